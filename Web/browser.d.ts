// What today's browsers have and the declarations of TypeScript 4.8 do not know yet.

declare global {
  namespace Intl {
    /** Missing in browsers before 2022. */
    const supportedValuesOf: undefined | ((key: "timeZone") => string[]);
  }
  interface CanvasRenderingContext2D {
    roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  }
}

export {};
