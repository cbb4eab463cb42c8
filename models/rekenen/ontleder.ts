/** The parser of mathjs and what it needs, nothing else: a third of its number build in size, and ready in milliseconds. Loaded when a formula is read. */
import { create, parseDependencies, type FactoryFunctionMap } from 'mathjs/number';

export const { parse } = create(parseDependencies as FactoryFunctionMap);
