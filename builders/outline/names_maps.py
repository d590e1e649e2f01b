"""The names that a beginner may write on maps instead of ours: names in, ours out; ours first, then the others."""

from __future__ import annotations

MAPS: dict[str, dict[str, str]] = {
    "map": {
        "map": "places entries features",
        "area": "extent bounds region window",
        "borders": "boundaries countries frontiers",
        "title": "name",
        "caption": "label",
        "exact": "accuracy precision exactness error",
        "source": "sources",
        "alt": "alt_text alternative ?description",
        "headline": "heading slide_title",
    },
    "map_place": {
        "place": "city town point dot marker village places",
        "at": "coordinates coords where location position latlon lat_lon",
        "note": "text caption ?label",
        "side": "colour color",
        "source": "sources",
    },
    "map_label": {
        "label": "name text sea country title water labels",
        "at": "coordinates coords where location position latlon lat_lon",
        "style": "kind type",
        "side": "colour color",
        "source": "sources",
    },
    "map_line": {
        "line": "border front frontier boundary path route road lines",
        "through": "points coordinates coords along via",
        "style": "kind type dash",
        "side": "colour color",
        "source": "sources",
    },
    "map_arrow": {
        "arrow": "movement attack advance arrows",
        "through": "points coordinates coords along via",
        "side": "colour color",
        "source": "sources",
    },
    "map_region": {
        "region": "territory zone area polygon regions",
        "around": "points coordinates coords outline through polygon",
        "at": "centre center middle",
        "radius": "size within",
        "style": "kind type fill",
        "side": "colour color",
        "source": "sources",
    },
}
