import { startIpc } from './node.ts';

startIpc();
