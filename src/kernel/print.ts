import type { Node } from './expression';

const SIGN = { plus: '+', minus: '−', times: '×', over: '/' } as const;
const LEVEL = { plus: 1, minus: 1, times: 2, over: 2 } as const;

/**
 * First reader: the expression as people write it.
 *
 * @param name how an input is shown; by default its letter, or a value to print the arithmetic
 *
 * A negative value after a sign stands in brackets: `3 − (-5)`.
 * @example printExpression(times(input('T'), input('V'))) //=> 'T × V'
 */
export const printExpression = (node: Node, name: (input: string) => string = (letter) => letter): string => print(node, name, 0);

const print = (node: Node, name: (input: string) => string, outer: number): string => {
  switch (node.op) {
    case 'input':
      return name(node.name);
    case 'smaller':
      return `min(${print(node.a, name, 0)}; ${print(node.b, name, 0)})`;
    case 'atLeastZero':
      return `max(${print(node.a, name, 0)}; 0)`;
    default: {
      const level = LEVEL[node.op];
      const rightTighter = node.op === 'minus' || node.op === 'over' ? level + 1 : level;
      const right = print(node.b, name, rightTighter);
      const text = `${print(node.a, name, level)} ${SIGN[node.op]} ${right.startsWith('-') ? `(${right})` : right}`;
      return level < outer ? `(${text})` : text;
    }
  }
};
