package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a command works somewhere else than was said: in another namespace, environment, account, on another machine. */
public final class Location {

    /** {@code eu-west-1}, {@code us-central1-b}. */
    private static final Pattern REGION =
            Pattern.compile("[a-z]{2,12}-(?:north|south|east|west|central){1,2}(?:-?\\d)?(?:-?[a-f])?");

    private static final Pattern PARTS = Pattern.compile("[,=:]");

    private final Clause clause;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;

    Location(Claim claim) {
        this.clause = claim.clause();
        this.deed = claim.deed();
        this.item = claim.item();
        this.pieces = claim.pieces();
    }

    /**
     * Whether the command works in something that was not said, and another of its sort was: in {@code -n qa-2}, where {@code the
     * namespace qa-3} was spoken of.
     *
     * @param said all that the user has said
     */
    public static boolean strays(List<Clause> said, Deed deed) {
        List<String> words = deed.within().isEmpty() ? deed.command() : deed.within();
        for (int at = deed.within().isEmpty() ? 1 : 0; at + 1 < words.size(); at++) {
            String option = words.get(at);
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!name.equals("-n") && !Operations.standard().isContainerOption(name)) {
                continue;
            }
            String value = (equals < 0 ? words.get(at + 1) : option.substring(equals + 1)).toLowerCase(Locale.ROOT);
            Set<String> sorts = name.equals("-n") ? Set.of("namespace") : Thing.pieces(name);
            boolean told = said.stream()
                    .flatMap(clause -> clause.mentions().stream())
                    .anyMatch(mention -> mention.said().contains(value));
            boolean region = REGION.matcher(value).matches();
            String shape = Thing.shape(value);
            boolean other = said.stream()
                    .filter(clause -> clause.mood() != Mood.PROHIBITION)
                    .flatMap(clause -> clause.mentions().stream())
                    .anyMatch(mention -> region
                                    && mention.said().stream()
                                            .anyMatch(
                                                    each -> REGION.matcher(each).matches())
                            || !Collections.disjoint(mention.classes(), sorts)
                                    && mention.names().stream()
                                            .anyMatch(each -> Thing.shape(each).equals(shape)));
            if (other && !told) {
                return true;
            }
        }
        return false;
    }

    /** Whether another environment was said than that in which the command works. */
    boolean isInAnotherEnvironment(Mention mention) {
        Set<Place> said = mention.places().isEmpty() ? clause.places() : mention.places();
        return item.places().stream()
                .filter(place -> place.dimension().equals("environment"))
                .anyMatch(place ->
                        said.stream().anyMatch(other -> other.dimension().equals("environment"))
                                && !said.contains(place));
    }

    /** Whether an option names another thing of the sort than was said: {@code --user-name kim} where {@code the user tim} was. */
    boolean contradictsOption(Mention mention) {
        for (String title : mention.titles()) {
            boolean there = Pieces.has(pieces, title) || mention.owners().contains(title);
            List<String> options = deed.within().isEmpty() ? deed.command() : deed.within();
            for (int at = deed.within().isEmpty() ? 1 : 0; at + 1 < options.size() && !there; at++) {
                String option = options.get(at);
                if (option.startsWith("--")
                        && Operations.standard().isContainerOption(option)
                        && mention.classes().stream().anyMatch(Thing.pieces(option)::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the command works somewhere else than was said: on {@code build2} instead of {@code build1}. */
    boolean namesAnotherPlace(Mention mention) {
        Set<String> places = new LinkedHashSet<>(deed.scene().whereabouts());
        Set<String> others = new LinkedHashSet<>(places);
        for (String name : item.names()) {
            String own = isContained(name) ? Names.last(Names.normal(name)) : Names.normal(name);
            others.removeIf(own::contains);
        }
        deed.items().forEach(each -> each.names().forEach(name -> places.add(Names.normal(name))));
        return Siblings.among(mention.said(), places, others) || namesAnotherListed(mention, places);
    }

    /** The words of commands, and their parts, that may say where they work. */
    static Set<String> whereabouts(Set<String> words) {
        Set<String> places = new LinkedHashSet<>();
        for (String word : words) {
            for (String part : PARTS.split(Names.normal(word))) {
                places.add(part);
                if (word.contains("://")) {
                    places.addAll(List.of(part.replaceFirst("^//", "").split("/")));
                }
                String host = part.substring(part.indexOf('@') + 1);
                places.add(host);
                int dot = host.indexOf('.');
                places.add(dot < 0 ? host : host.substring(0, dot));
            }
        }
        return places;
    }

    /** Whether what stands before the name is where it lies: {@code origin/fix-7}, {@code s3://logs/old}. */
    private boolean isContained(String name) {
        return name.contains("://") || deed.families().contains("vcs") && !item.path();
    }

    /** Whether something was named that was listed beside what the command names, such as another remote or context. */
    private boolean namesAnotherListed(Mention mention, Set<String> places) {
        Things things = deed.scene().things();
        return mention.said().stream()
                .filter(said -> said.length() > 2 && !places.contains(said))
                .flatMap(said -> things.named(said).stream())
                .filter(thing -> thing.names().stream().noneMatch(places::contains))
                .filter(thing -> deed.command().stream()
                        .noneMatch(
                                word -> things.named(word).filter(thing::equals).isPresent()))
                .anyMatch(thing -> deed.command().stream()
                        .filter(word -> !mention.said().contains(word) && !word.equals(item.text()))
                        .flatMap(word -> things.named(word).stream())
                        .anyMatch(
                                other -> !other.equals(thing) && other.context().equals(thing.context())));
    }
}
