/** An ISO instant, UTC. */
export type IsoInstant = string;
