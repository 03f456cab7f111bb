// Nest's CommonJS add-ons (throttler) require() the ES module Nest, which Jest refuses while it is still being loaded: load it first.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
