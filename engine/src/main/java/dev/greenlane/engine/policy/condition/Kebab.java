package dev.greenlane.engine.policy.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Names of enum constants as rules write them: {@code HOME_ROOT} is {@code home-root}. */
public final class Kebab {

    private static final ConcurrentHashMap<Enum<?>, String> NAMES = new ConcurrentHashMap<>();

    private Kebab() {}

    /** The name of one constant. */
    public static String of(Enum<?> constant) {
        String name = NAMES.get(constant);
        return name != null ? name : NAMES.computeIfAbsent(constant, Kebab::spell);
    }

    /** The names of all constants of a type. */
    public static Set<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Kebab::of).collect(Collectors.toUnmodifiableSet());
    }

    private static String spell(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
