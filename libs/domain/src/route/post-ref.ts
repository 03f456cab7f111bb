/**
 * A post named by a rule, never a person: `district/chairman` is one post of the programme; `@unit/head` is the post
 * `head` of the nominator's unit.
 */
export type PostRef = string;
