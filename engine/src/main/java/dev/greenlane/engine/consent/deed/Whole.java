package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a clause means all there is where a deed happens, and not something that is to be named. */
final class Whole {

    private static final Set<String> GENERAL = DeedWords.DEEDS.words("around", "general");
    private static final Set<String> WORKSPACES = DeedWords.DEEDS.words("options", "workspaces");
    private static final String HOST_OR_FILE = "[a-z0-9-]+\\.[a-z]{2,5}";
    private static final String VERSION = "v?[0-9.]+";

    private final Claim claim;
    private final Location location;
    private final Clause clause;
    private final Deed deed;
    private final Item item;

    Whole(Claim claim) {
        this.claim = claim;
        this.location = new Location(claim);
        this.clause = claim.clause();
        this.deed = claim.deed();
        this.item = claim.item();
    }

    /** Whether all there is where the deed happens was meant. */
    Fit fit() {
        if (clause.mentions().stream().anyMatch(location::isInAnotherEnvironment)) {
            return Fit.OTHER;
        }
        if (!speaksOfParts() || clause.mentions().stream().anyMatch(this::isAway)) {
            return Fit.UNKNOWN;
        }
        String folder = item.text().substring(item.text().lastIndexOf('/') + 1);
        Set<String> place = Set.of(folder);
        if (clause.mentions().stream().anyMatch(mention -> Siblings.among(mention.said(), place, place))) {
            return Fit.OTHER;
        }
        boolean headed = clause.mentions().stream()
                .anyMatch(mention -> claim.isOwn(mention)
                        && (!mention.classes().isEmpty() || !mention.places().isEmpty()));
        return clause.mentions().stream()
                        .filter(mention -> !headed || claim.isOwn(mention))
                        .allMatch(this::leavesWhole)
                ? Fit.MATCH
                : Fit.UNKNOWN;
    }

    /** Whether what takes all there is may be meant: nothing is said that narrows it down to something else. */
    private boolean leavesWhole(Mention mention) {
        boolean strange = mention.names().stream()
                .filter(name -> !name.matches(VERSION))
                .filter(name -> !deed.families().contains("package") || !name.matches(HOST_OR_FILE))
                .anyMatch(name -> !claim.covers(List.of(name)));
        boolean some = mention.words().stream()
                .anyMatch(
                        word -> narrows(word) || Lexicon.standard().isComparison(word) && !claim.covers(List.of(word)));
        boolean stash = item.text().equals("stash")
                && mention.classes().stream()
                        .anyMatch(
                                each -> Collections.disjoint(Lexicon.standard().families(each), deed.families()));
        return !strange && !stash && (mention.all() || !some);
    }

    /** Whether a place for trying was said, and the command works on a server of which nobody knows that it is there. */
    private boolean isAway(Mention mention) {
        return Servers.areAway(deed.command())
                && mention.places().stream()
                        .filter(place -> !item.places().contains(place))
                        .anyMatch(place -> place.dimension().equals("environment")
                                ? !place.name().equals("prod")
                                : place.name().equals("local"));
    }

    /** Whether what is taken with the whole was said, where it is only a part of it: {@code volumes of the project}. */
    private boolean speaksOfParts() {
        int of = item.text().indexOf(" of the project");
        return of < 0
                || item.text().startsWith("containers")
                || Stream.concat(clause.mentions().stream(), clause.context().stream())
                        .anyMatch(mention -> mention.said().contains(item.text().substring(0, of)));
    }

    /** Whether a word chooses some of what is there: one that was listed, or, in infrastructure, any that the command lacks. */
    private boolean narrows(String word) {
        if (deed.families().contains("vcs")) {
            return deed.unlimited() && deed.scene().things().all().stream().anyMatch(other -> isPiece(word, other));
        }
        boolean parts = deed.families().contains("cloud")
                || deed.families().contains("workload")
                || deed.families().contains("package") && !Collections.disjoint(deed.command(), WORKSPACES);
        return parts && !claim.covers(List.of(word)) && !GENERAL.contains(word);
    }

    private static boolean isPiece(String word, Thing thing) {
        return thing.pieces().contains(word) || thing.pieces().contains(word + "s");
    }
}
