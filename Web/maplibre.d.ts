// The part of MapLibre GL JS that this page uses; the library comes as one script without types.

export type LngLat = [number, number];
export interface Padding { top: number; bottom: number; left: number; right: number }
export interface Camera {
  center?: LngLat;
  zoom?: number;
  /** Of fitBounds alone: elsewhere the library would keep it. */
  padding?: Padding;
  /** How far from the middle of the map the center comes to stand, in pixels. */
  offset?: [number, number];
  duration?: number;
  maxZoom?: number;
  easing?: (share: number) => number;
}

export interface MapEvent {
  sourceId?: string;
  sourceDataType?: string;
  tile?: unknown;
  id?: string;
  /** What a person did that moved the map; missing if the page moved it. */
  originalEvent?: unknown;
  features?: { properties: Record<string, unknown> }[];
  lngLat?: { lng: number; lat: number };
  point?: { x: number; y: number };
}

export interface GeoJSONSource { setData(data: object): void }

export interface MapLibreMap {
  on(type: string, listener: (event: MapEvent) => void): void;
  on(type: string, layer: string, listener: (event: MapEvent) => void): void;
  addSource(id: string, source: object): void;
  getSource(id: string): GeoJSONSource | undefined;
  removeSource(id: string): void;
  addLayer(layer: object, before?: string): void;
  getLayer(id: string): object | undefined;
  removeLayer(id: string): void;
  setPaintProperty(layer: string, name: string, value: unknown): void;
  setLayoutProperty(layer: string, name: string, value: unknown): void;
  addImage(id: string, image: ImageData, options: { pixelRatio: number }): void;
  hasImage(id: string): boolean;
  removeImage(id: string): void;
  addControl(control: object, position: string): void;
  easeTo(camera: Camera): void;
  fitBounds(bounds: [LngLat, LngLat], camera: Camera): void;
  getBounds(): { getWest(): number; getSouth(): number; getEast(): number; getNorth(): number };
  getZoom(): number;
  isMoving(): boolean;
  getCanvas(): HTMLCanvasElement;
  project(place: LngLat): { x: number; y: number };
  resize(): void;
  touchZoomRotate: { disableRotation(): void };
  keyboard: { disableRotation(): void };
}

export interface MapLibre {
  Map: new (options: object) => MapLibreMap;
  NavigationControl: new (options: object) => object;
  ScaleControl: new (options: object) => { setUnit(unit: string): void };
  /** Addresses that begin with name:// are loaded by the function. */
  addProtocol(name: string, load: TileLoad): void;
}

export type TileLoad = (request: { url: string }, control: AbortController) =>
  Promise<{ data: ArrayBuffer; cacheControl: string | null; expires: string | null }>;

declare global {
  interface Window { maplibregl?: MapLibre }
}
