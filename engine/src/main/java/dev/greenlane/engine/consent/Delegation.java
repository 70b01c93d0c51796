package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Numbering;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is left to the agent when it works with tools that others bring: who orders a download without saying from where, or a
 * purchase without saying of which article, leaves the choice to it. Who names a host, a repository, an address or a number means
 * that one.
 */
final class Delegation {

    private enum Sort {
        HOST("(?:[a-z]+://)?(?:www\\.)?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.[a-z]{2,12}(?::\\d+)?(?:[/?].*)?"),
        MAIL("[^@\\s/]+@[^@\\s/]+\\.[a-z]{2,12}"),
        FILE("[~.]{0,2}/.*"),
        PAIR("[a-z0-9_.-]+/[a-z0-9_.-]+"),
        CODE("#?[a-z_-]*\\d[a-z0-9_-]*");

        private final Pattern form;

        Sort(String form) {
            this.form = Pattern.compile(form);
        }

        static Optional<Sort> of(String name) {
            for (Sort sort : List.of(MAIL, FILE, PAIR, HOST, CODE)) {
                if (name.length() < 300 && sort.form.matcher(name).matches()) {
                    return Optional.of(sort);
                }
            }
            return Optional.empty();
        }
    }

    private final List<Clause> clauses;
    private final Deed deed;

    /** @param clauses what was said, the newest first */
    Delegation(List<Clause> clauses, Deed deed) {
        this.clauses = clauses;
        this.deed = deed;
    }

    /** The order with which the call was left to the agent. */
    Optional<Clause> order() {
        for (Clause clause : clauses) {
            if (clause.mood() == Mood.ONLY_LOOK) {
                return Optional.empty();
            }
            boolean covers = clause.operations().stream().anyMatch(deed.operations()::contains);
            boolean waits = clause.mood() == Mood.CONDITION || clause.mood() == Mood.ASK_FIRST;
            if (covers && waits) {
                return Optional.empty();
            }
            boolean ordered = clause.mood() == Mood.ORDER || clause.mood() == Mood.CHECK;
            boolean wanted = covers && speaksOfIt(clause) || namesHost(clause);
            if (ordered && wanted && isOpen(clause)) {
                return Optional.of(clause);
            }
        }
        return Optional.empty();
    }

    /** Whether a page that is to be worked on is on a host that the order names. */
    private boolean namesHost(Clause clause) {
        return deed.operations().contains("visit")
                && deed.items().stream().anyMatch(item -> isNamed(item, Sort.HOST, clause));
    }

    /** Whether the order speaks of such things as the tool's name does: of an event, of an issue. */
    private boolean speaksOfIt(Clause clause) {
        Lexicon lexicon = Lexicon.standard();
        List<String> things = deed.command().stream()
                .filter(word -> lexicon.isClass(word) && !lexicon.families(word).contains("file"))
                .toList();
        return things.isEmpty()
                || Stream.concat(clause.mentions().stream(), clause.context().stream())
                        .anyMatch(mention -> things.stream()
                                .anyMatch(thing -> mention.classes().contains(thing)
                                        || mention.said().contains(thing)
                                        || mention.words().contains(thing)));
    }

    private boolean isOpen(Clause clause) {
        return Numbering.without(deed.items()).stream().allMatch(item -> {
            Optional<Sort> sort = Sort.of(item.text().toLowerCase(Locale.ROOT));
            if (sort.isEmpty()) {
                return isSaid(item, clause);
            }
            return sort.get() == Sort.FILE
                    || names(sort.get(), clause).stream().noneMatch(name -> isAlike(name, item, sort.get()))
                    || isNamed(item, sort.get(), clause);
        });
    }

    /** A person or a thing that is called with plain words has to be called so. */
    private static boolean isSaid(Item item, Clause clause) {
        Set<String> pieces = Thing.pieces(item.text());
        return Stream.concat(clause.mentions().stream(), clause.context().stream())
                .anyMatch(mention -> pieces.stream()
                        .anyMatch(piece -> mention.said().contains(piece)
                                || mention.words().contains(piece)
                                || mention.names().contains(piece)));
    }

    private boolean isNamed(Item item, Sort sort, Clause clause) {
        String text = plain(item.text());
        return Sort.of(item.text().toLowerCase(Locale.ROOT))
                        .filter(sort::equals)
                        .isPresent()
                && names(sort, clause).stream()
                        .anyMatch(name -> text.equals(name)
                                || sort == Sort.HOST && host(text).equals(host(name)));
    }

    /** Codes of another make are of other things: {@code 14} is no {@code P-044}. */
    private static boolean isAlike(String name, Item item, Sort sort) {
        return sort != Sort.CODE || Thing.shape(name).equals(Thing.shape(plain(item.text())));
    }

    /** All names of a sort; of codes those near the order, because numbers are for many things. */
    private Set<String> names(Sort sort, Clause order) {
        Set<String> names = new LinkedHashSet<>();
        if (sort != Sort.CODE) {
            clauses.forEach(clause -> add(clause.mentions(), sort, names));
        }
        add(order.mentions(), sort, names);
        add(order.context(), sort, names);
        return names;
    }

    private static void add(List<Mention> mentions, Sort sort, Set<String> names) {
        for (Mention mention : mentions) {
            for (String name : mention.names()) {
                if (Sort.of(name.toLowerCase(Locale.ROOT)).filter(sort::equals).isPresent()) {
                    names.add(plain(name));
                }
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("^(?:www\\.|#)", "");
    }

    private static String host(String address) {
        return address.split("[/:?]", 2)[0];
    }
}
