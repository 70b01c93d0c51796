package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Lexicon.State;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a mention against an object of a deed. */
public final class Fitting {

    private static final Set<String> NO = Set.of("false", "no", "0", "n", "f");

    private final Lexicon lexicon = Lexicon.standard();
    private final Deed deed;
    private final Item item;
    private boolean evidence;
    private boolean doubt;
    private boolean against;
    private boolean unmatched;
    private boolean everySide;

    private Fitting(Deed deed, Item item) {
        this.deed = deed;
        this.item = item;
    }

    /**
     * Whether {@code mention} means {@code item}.
     *
     * @param places where all that was said is to happen, unless the mention says otherwise
     */
    public static Fit of(Mention mention, Set<Place> places, Deed deed, Item item) {
        return new Fitting(deed, item).fit(mention, mention.places().isEmpty() ? places : mention.places());
    }

    /**
     * Whether a deed whose objects nobody can tell is meant: where all of it is wanted, and the command says nothing that was not
     * said, and nothing was said that the command does not say.
     */
    public static Fit ofCommand(List<Mention> mentions, Deed deed) {
        Set<String> pieces = new LinkedHashSet<>();
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        boolean program = false;
        for (Mention mention : mentions) {
            for (String said : mention.said()) {
                boolean there = pieces.containsAll(Thing.pieces(said));
                boolean sort = Lexicon.standard().isClass(said);
                if (!there && !sort) {
                    return Fit.UNKNOWN;
                }
                program |= there;
            }
        }
        return program ? Fit.MATCH : Fit.UNKNOWN;
    }

    private Fit fit(Mention mention, Set<Place> places) {
        boolean whole = mention.names().stream().anyMatch(name -> isNameOf(name, item))
                || item.names().stream().anyMatch(name -> isSaid(mention, name));
        boolean inside = mention.names().stream().anyMatch(name -> contains(name, item));
        boolean covered = covered(mention);
        everySide = mention.all();
        places(places);
        if (against) {
            return Fit.OTHER;
        }
        if (siblings(mention)) {
            return Fit.OTHER;
        }
        if (item.whole()) {
            return covered ? Fit.MATCH : Fit.UNKNOWN;
        }
        if (whole || inside && covered) {
            return doubt || deed.unlimited() && !covered(mention.said()) ? Fit.UNKNOWN : Fit.MATCH;
        }
        if (inside) {
            return Fit.UNKNOWN;
        }
        sort(mention);
        mention.names().forEach(this::partOfName);
        mention.words().forEach(this::word);
        if (unmatched && !onlyOne(mention)) {
            doubt = true;
        }
        if (mention.mine()) {
            owner();
        }
        if (mention.all() && !mention.tells()) {
            evidence |= !mention.classes().isEmpty() || !places.isEmpty();
        }
        if (against) {
            return Fit.OTHER;
        }
        return doubt || !evidence ? Fit.UNKNOWN : Fit.MATCH;
    }

    /** Whether the whole name of an object is among the words: {@code truncate sessions}. */
    private static boolean isSaid(Mention mention, String name) {
        String object = normal(name);
        String last = object.substring(object.lastIndexOf('/') + 1);
        if (object.contains(" ") || object.contains("@")) {
            return mention.said().containsAll(Thing.pieces(object))
                    || mention.said().stream().anyMatch(said -> said.endsWith("@") && object.startsWith(said));
        }
        return mention.said().contains(object)
                || last.length() > 2 && mention.said().contains(last);
    }

    /** Whether a name is the object's own. */
    private static boolean isNameOf(String name, Item item) {
        String said = normal(name);
        for (String each : item.names()) {
            String object = normal(each);
            boolean same = object.equals(said)
                    || said.length() > 1
                            && (object.endsWith("/" + said)
                                    || object.endsWith(":" + said)
                                    || item.path() && said.endsWith("/" + object)
                                    || said.contains("://") && said.endsWith("/" + object)
                                    || Patterns.isPattern(said)
                                            && (Patterns.matches(said, object)
                                                    || Patterns.matches(
                                                            said, object.substring(object.lastIndexOf('/') + 1))));
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is that of what the object lies in. */
    private static boolean contains(String name, Item item) {
        String folder = normal(name) + "/";
        return folder.length() > 2
                && item.names().stream()
                        .map(Fitting::normal)
                        .anyMatch(object -> object.startsWith(folder)
                                || object.contains("/" + folder)
                                || object.contains("://")
                                        && object.substring(object.indexOf("://") + 3)
                                                .startsWith(folder));
    }

    /** Whether every name that was said is found in the object or in the command. */
    private boolean covered(Mention mention) {
        return covered(mention.names());
    }

    private boolean covered(Iterable<String> said) {
        Set<String> pieces = item.pieces();
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        for (String each : said) {
            boolean sort = lexicon.isClass(each) || lexicon.place(each).isPresent();
            boolean pattern =
                    Patterns.isPattern(each) && pieces.stream().anyMatch(piece -> Patterns.matches(each, piece));
            if (!sort && !pattern && !pieces.containsAll(Thing.pieces(each))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the command names a sister of what was said, and not that itself: {@code build2} for {@code build1}. */
    private boolean siblings(Mention mention) {
        Set<String> there = new LinkedHashSet<>();
        item.names().forEach(name -> there.add(normal(name)));
        deed.command().forEach(word -> there.addAll(List.of(normal(word).split("[,=]"))));
        for (String said : mention.said()) {
            String name = normal(said);
            boolean named = name.matches(".*[0-9@._:/-].*") && name.length() > 2;
            if (named
                    && there.stream().noneMatch(each -> each.contains(name))
                    && there.stream().anyMatch(each -> Siblings.are(name, each))) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\./", "")
                .replaceFirst("^refs/heads/", "")
                .replaceFirst("^[#@]", "")
                .replaceFirst("(?<=.)/+$", "");
    }

    private void places(Set<Place> places) {
        for (Place place : places) {
            List<Place> known = item.places().stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .toList();
            boolean wanted = places.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .anyMatch(known::contains);
            boolean everywhere = everySide && place.dimension().equals("side");
            if (wanted || everywhere) {
                evidence = true;
            } else if (known.isEmpty()) {
                doubt = true;
            } else {
                against = true;
            }
        }
    }

    private void sort(Mention mention) {
        Set<String> families = new LinkedHashSet<>();
        mention.classes().forEach(each -> families.addAll(lexicon.families(each)));
        if (!families.isEmpty() && families.stream().noneMatch(deed.families()::contains)) {
            doubt = true;
        }
    }

    /** A name that is less than the whole: a number of a ticket, a part of a branch's name. */
    private void partOfName(String name) {
        Set<String> wanted = Thing.pieces(name);
        Set<String> pieces = item.pieces();
        if (Patterns.isPattern(name) && pieces.stream().anyMatch(piece -> Patterns.matches(name, piece))) {
            evidence = true;
        } else if (!wanted.isEmpty() && pieces.containsAll(wanted)) {
            evidence = true;
        } else {
            against = true;
        }
    }

    private void word(String word) {
        Optional<State> state = lexicon.state(word);
        if (state.isPresent() && item.listed().isPresent()) {
            state(word, state.get(), item.listed().get());
            return;
        }
        Set<String> pieces = item.pieces();
        if (has(pieces, word)
                || state.isPresent() && state.get().words().stream().anyMatch(pieces::contains)) {
            evidence = true;
        } else if (deed.others().stream().anyMatch(other -> has(other.pieces(), word))) {
            against = true;
        } else {
            unmatched = true;
        }
    }

    /** Whether no other thing that was listed fits as many of the words. */
    private boolean onlyOne(Mention mention) {
        if (item.listed().isEmpty()) {
            return false;
        }
        Thing own = item.listed().get();
        long mine = fitting(mention, own);
        return mine > 0
                && deed.others().stream()
                        .filter(other -> !other.equals(own))
                        .allMatch(other -> fitting(mention, other) < mine);
    }

    private static long fitting(Mention mention, Thing thing) {
        Set<String> pieces = thing.pieces();
        return mention.words().stream().filter(word -> has(pieces, word)).count();
    }

    private static boolean has(Set<String> pieces, String word) {
        return pieces.contains(word)
                || pieces.contains(word + "s")
                || word.contains("-") && pieces.containsAll(Thing.pieces(word))
                || word.length() > 3 && pieces.stream().anyMatch(piece -> isStem(piece, word));
    }

    /** Whether one word is a short form of the other: {@code train}, {@code training}. */
    private static boolean isStem(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() > 3 && longer.startsWith(shorter) && !shorter.equals(longer);
    }

    private void state(String word, State state, Thing thing) {
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            if (property.getKey().contains(word)) {
                boolean no = NO.contains(property.getValue().toLowerCase(Locale.ROOT));
                evidence |= !no;
                against |= no;
                return;
            }
        }
        if (thing.pieces().stream().anyMatch(state.words()::contains)) {
            evidence = true;
        } else if (deed.others().stream()
                .anyMatch(other -> other.pieces().stream().anyMatch(state.words()::contains))) {
            against = true;
        } else {
            doubt = true;
        }
    }

    private void owner() {
        Optional<String> owner = item.listed().flatMap(Owners::of);
        if (owner.isPresent()) {
            boolean mine = Owners.is(owner.get(), deed.me());
            boolean seen = deed.others().stream()
                    .flatMap(other -> Owners.of(other).stream())
                    .anyMatch(each -> Owners.is(each, deed.me()));
            evidence |= mine;
            against |= !mine && seen;
            doubt |= !mine && !seen;
        } else if (first(item.text()) || item.pieces().stream().anyMatch(deed.me()::contains)) {
            evidence = true;
        } else {
            against |=
                    deed.others().stream().anyMatch(other -> first(other.names().get(0)));
        }
    }

    /** Whether a name begins with the user's: {@code alex/fix}, {@code origin/alex/fix}. */
    private boolean first(String name) {
        String bare = name.replaceFirst("^(?:remotes/)?origin/", "");
        return deed.me().stream().anyMatch(me -> bare.startsWith(me + "/") || bare.startsWith(me + "-"));
    }
}
