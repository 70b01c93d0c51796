package dev.greenlane.engine.listing;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads things from JSON: the objects in lists, and those that are called by their keys. What stands in a thing's own members,
 * however deep, is told of it: {@code "state": {"name": "stopped"}} is its state.
 */
final class JsonReader {

    private static final int MOST_PROPERTIES = 60;
    private static final int LONGEST_VALUE = 300;
    private static final int FEW = 3;

    private final Collected found;

    private JsonReader(Collected found) {
        this.found = found;
    }

    /** Finds nothing where the result is no JSON, or lists nothing that has a name. */
    static void read(String result, Collected found) {
        String text = result.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            JsonReader reader = new JsonReader(found);
            for (Data value : Json.beginning(text)) {
                reader.value(value, "");
                reader.names(value);
            }
        }
    }

    /** A list of plain names lists what they name. */
    private void names(Data value) {
        if (value instanceof Data.Items items
                && items.items().stream().allMatch(item -> item instanceof Data.Text text && isName(text.text()))) {
            items.items().forEach(item -> found.add(List.of(((Data.Text) item).text()), Map.of()));
        }
    }

    private void value(Data value, String key) {
        switch (value) {
            case Data.Items items -> items.items().forEach(item -> value(item, ""));
            case Data.Entries entries -> object(entries, key);
            case Data.Text text -> {}
            case Data.Nothing nothing -> {}
        }
    }

    /** @param key what the object is called where it stands, if that is its name */
    private void object(Data.Entries object, String key) {
        if (isDirectory(object)) {
            object.entries().forEach(entry -> value(entry.value(), entry.name()));
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        if (!key.isEmpty()) {
            names.add(key);
        }
        names.addAll(names(object));
        List<Data.Entry> lists = new ArrayList<>();
        members(object, "", properties, lists);
        found.add(List.copyOf(names), properties);
        lists.forEach(list -> value(list.value(), ""));
    }

    /** Whether all members are objects of one make, so that their keys are what they are called. */
    private static boolean isDirectory(Data.Entries object) {
        Set<String> common = null;
        for (Data.Entry entry : object.entries()) {
            if (!(entry.value() instanceof Data.Entries inner) || Keys.isBody(entry.name())) {
                return false;
            }
            Set<String> keys = new LinkedHashSet<>();
            inner.entries().forEach(each -> keys.add(each.name()));
            if (common == null) {
                common = keys;
            } else {
                common.retainAll(keys);
            }
        }
        return common != null && !common.isEmpty();
    }

    private static Set<String> names(Data.Entries object) {
        Set<String> names = new LinkedHashSet<>();
        for (Data.Entry entry : object.entries()) {
            if (entry.value() instanceof Data.Text text && Keys.names(entry.name()) && isName(text.text())) {
                names.add(text.text());
            }
        }
        if (names.isEmpty()) {
            for (Data.Entry entry : object.entries()) {
                if (entry.value() instanceof Data.Entries inner && Keys.isBody(entry.name())) {
                    names.addAll(names(inner));
                }
            }
        }
        return names;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_VALUE;
    }

    private void members(Data.Entries object, String prefix, Map<String, String> properties, List<Data.Entry> lists) {
        for (Data.Entry entry : object.entries()) {
            String key = prefix + entry.name().toLowerCase(Locale.ROOT);
            switch (entry.value()) {
                case Data.Text text -> put(key, text.text(), properties);
                case Data.Nothing nothing -> put(key, "none", properties);
                case Data.Entries inner -> inner(inner, entry.name(), key, properties, lists);
                case Data.Items items -> list(items, entry, key, properties, lists);
            }
        }
    }

    /** An object within a thing: its parts, and as a whole what it is called. */
    private void inner(
            Data.Entries inner, String name, String key, Map<String, String> properties, List<Data.Entry> lists) {
        if (Keys.isBody(name)) {
            members(inner, "", properties, lists);
            return;
        }
        if (isDirectory(inner) && !Keys.isDetail(name) && inner.entries().size() > 1) {
            lists.add(new Data.Entry(name, inner, inner.place()));
            return;
        }
        called(inner).ifPresent(called -> put(key, called, properties));
        members(inner, key + " ", properties, lists);
    }

    private static Optional<String> called(Data.Entries object) {
        Optional<String> named = names(object).stream().findFirst();
        return named.or(() -> object.entries().stream()
                .map(Data.Entry::value)
                .filter(Data.Text.class::isInstance)
                .map(text -> ((Data.Text) text).text())
                .findFirst());
    }

    private void list(
            Data.Items items, Data.Entry entry, String key, Map<String, String> properties, List<Data.Entry> lists) {
        boolean objects = items.items().stream().anyMatch(Data.Entries.class::isInstance);
        if (objects && !Keys.isDetail(entry.name().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))) {
            lists.add(entry);
            return;
        }
        List<String> told = new ArrayList<>();
        for (Data item : items.items()) {
            switch (item) {
                case Data.Text text -> told.add(text.text());
                case Data.Entries tag -> told.add(tag(tag, properties));
                case Data.Items inner -> {}
                case Data.Nothing nothing -> {}
            }
        }
        put(key, told.isEmpty() ? "none" : String.join(" ", told), properties);
    }

    /** {@code {"Key": "team", "Value": "web"}} tells the team; of another object, all that stands in it. */
    private static String tag(Data.Entries tag, Map<String, String> properties) {
        List<String> values = new ArrayList<>();
        for (Data.Entry entry : tag.entries()) {
            if (entry.value() instanceof Data.Text text) {
                values.add(text.text());
            }
        }
        boolean pair = values.size() == 2
                && tag.entries().stream().anyMatch(entry -> entry.name().equalsIgnoreCase("value"));
        if (pair) {
            put(values.get(0).toLowerCase(Locale.ROOT), values.get(1), properties);
        }
        return String.join(" ", values.subList(0, Math.min(FEW, values.size())));
    }

    private static void put(String key, String value, Map<String, String> properties) {
        if (properties.size() < MOST_PROPERTIES) {
            properties.putIfAbsent(key, value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
        }
    }
}
