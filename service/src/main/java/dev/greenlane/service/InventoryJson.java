package dev.greenlane.service;

import dev.greenlane.engine.provenance.Inventory;
import dev.greenlane.engine.provenance.Provenance.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a session has made, changed, read and fetched, as JSON. */
final class InventoryJson {

    private InventoryJson() {}

    static Map<String, Object> of(String session, Inventory inventory) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("session", session);
        json.put("made", inventory.made());
        json.put("changed", inventory.changed());
        json.put("read", inventory.read());
        json.put("fetched", inventory.fetched());
        for (Thing thing : Thing.values()) {
            json.put(name(thing), inventory.things().getOrDefault(thing, List.of()));
        }
        return json;
    }

    private static String name(Thing thing) {
        String word = thing.name().toLowerCase(Locale.ROOT);
        return thing == Thing.PROCESS || thing == Thing.BRANCH || thing == Thing.STASH ? word + "es" : word + "s";
    }
}
