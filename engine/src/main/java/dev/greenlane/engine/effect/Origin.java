package dev.greenlane.engine.effect;

import java.util.List;

/**
 * Where data comes from.
 *
 * @param source a file, an address, a program
 * @param through what it went through since then, first one first; each as text for people
 */
public record Origin(String source, List<String> through) {

    public Origin {
        through = List.copyOf(through);
    }

    @Override
    public String toString() {
        return through.isEmpty() ? source : source + ", through " + String.join(" and ", through);
    }
}
