package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a session have shown lately. Immutable and thread-safe; keeps the last 16 results, of each the first 32 kB,
 * and reads them only when asked.
 */
public final class Listings {

    private static final int KEPT = 16;
    private static final int LONGEST = 32_768;

    /** Nothing was shown. */
    public static final Listings NONE = new Listings(List.of());

    private final List<Shown> shown;
    private volatile @Nullable Things things;

    private Listings(List<Shown> shown) {
        this.shown = shown;
    }

    /**
     * These, and the result of one more call.
     *
     * @param call the command line, or the tool's name and arguments as text
     */
    public Listings and(String call, String result) {
        if (result.isBlank()) {
            return this;
        }
        List<Shown> all = new ArrayList<>(shown);
        all.add(new Shown(cut(call, 2_000), cut(result, LONGEST)));
        return new Listings(List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
    }

    /** What was listed; what several results say of the same object is put together, the newest last. */
    public Things all() {
        Things known = things;
        if (known == null) {
            known = Things.of(shown.stream().map(Shown::things).toList());
            things = known;
        }
        return known;
    }

    /** {@link #all()} as a list. */
    public List<Thing> things() {
        return all().all();
    }

    /** What was shown, the newest first. */
    public List<Report> reports() {
        return shown.reversed().stream()
                .map(each -> new Report(each.call(), each.result()))
                .toList();
    }

    /** The value of the line {@code echo "$USER"}, {@code whoami} or {@code id -un}, where a call has shown it. */
    public Optional<String> userName() {
        return shown.stream()
                .filter(each -> ListingReader.tellsTheUser(each.call()))
                .map(each -> each.result().lines().findFirst().orElse("").strip())
                .filter(name -> name.matches("[a-z_][a-z0-9_.-]{0,31}"))
                .reduce((first, second) -> second);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Listings listings && shown.equals(listings.shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }
}
