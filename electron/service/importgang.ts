/** An import between *files chosen* and *loaded*. */
export interface Importgang {
  readonly id: string;
  /** Lets everything go; nothing of it is left. */
  breekAf(): Promise<void>;
}
