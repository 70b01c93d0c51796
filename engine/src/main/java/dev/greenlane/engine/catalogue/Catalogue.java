package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Prepared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** All described programs. Immutable to its users and thread-safe; descriptions are decoded when they are first needed. */
public final class Catalogue {

    /** The prepared resource, beside this class. */
    static final String RESOURCE = "catalogue.bin";

    private static final List<String> EXECUTABLE_ENDINGS = List.of(".exe", ".cmd", ".bat", ".com", ".ps1");

    private static final int MAX_VERSION_PARTS = 4;

    private final Supplier<Set<String>> names;
    private final Function<String, Optional<Program>> find;

    private Catalogue(Supplier<Set<String>> names, Function<String, Optional<Program>> find) {
        this.names = names;
        this.find = find;
    }

    private static final class Shipped {
        private static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("no " + RESOURCE + " beside the classes; build the engine again");
                }
                Prepared prepared = Prepared.read(in);
                Map<String, Program> read = new ConcurrentHashMap<>();
                return new Catalogue(prepared::names, name -> {
                    Program known = read.get(name);
                    if (known != null) {
                        return Optional.of(known);
                    }
                    Optional<Program> found = prepared.find(name).map(ProgramReader::read);
                    found.ifPresent(program -> read.put(name, program));
                    return found;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The catalogue that is part of the engine. Read once. */
    public static Catalogue load() {
        return Shipped.CATALOGUE;
    }

    /** A catalogue of these programs; where two have the same name, the last is found. */
    public static Catalogue of(List<Program> programs) {
        Map<String, Program> byName = new HashMap<>();
        for (Program program : programs) {
            program.names().forEach(name -> byName.put(name, program));
        }
        return new Catalogue(() -> Set.copyOf(byName.keySet()), name -> Optional.ofNullable(byName.get(name)));
    }

    /**
     * The program with this name, without a folder. Upper and lower case are the same; {@code .exe} and the like are left
     * out; {@code python3.11} and {@code g++-12} are {@code python3} and {@code g++} where these are described and the
     * versioned names are not.
     */
    public Optional<Program> program(String name) {
        String plain = withoutEnding(name.toLowerCase(Locale.ROOT));
        Optional<Program> found = find.apply(plain);
        for (int part = 0; part < MAX_VERSION_PARTS && found.isEmpty(); part++) {
            String shorter = withoutVersion(plain, part > 0);
            if (shorter.equals(plain)) {
                return found;
            }
            plain = shorter;
            found = find.apply(plain);
        }
        return found;
    }

    private static String withoutEnding(String name) {
        for (String ending : EXECUTABLE_ENDINGS) {
            if (name.length() > ending.length() && name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** The name without its last {@code .11} or {@code -12}, or {@code 8} where {@code bare}; itself where there is none. */
    private static String withoutVersion(String name, boolean bare) {
        int end = name.length();
        while (end > 1 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        if (end == name.length() || end <= 1) {
            return name;
        }
        boolean separated = name.charAt(end - 1) == '.' || name.charAt(end - 1) == '-';
        return separated ? name.substring(0, end - 1) : bare ? name.substring(0, end) : name;
    }

    /** The names of all described programs. */
    public Set<String> names() {
        return names.get();
    }
}
