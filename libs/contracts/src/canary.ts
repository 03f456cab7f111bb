/** The programme whose nominations only prove that the path is open; lists and reports leave it out unless it is named. */
export const CANARY_PROGRAMME = 'kiem-tra-he-thong';
