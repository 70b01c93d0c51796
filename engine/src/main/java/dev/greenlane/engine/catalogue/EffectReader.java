package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads entries of {@code effects:}. */
final class EffectReader {

    private static final List<String> PROPERTIES = List.of("when", "traits", "carries", "certainty", "reversible");

    private final Scope scope;
    private final TermReader terms;
    private final Predicate<String> isTrait;

    EffectReader(Scope scope, Predicate<String> isTrait) {
        this.scope = scope;
        this.terms = new TermReader(scope);
        this.isTrait = isTrait;
    }

    Optional<EffectSpec> read(Data data) {
        if (!(data instanceof Data.Entries entries)) {
            problem(data, "an effect must have the form 'kind: target'");
            return Optional.empty();
        }
        List<Data.Entry> kinds = entries.entries().stream()
                .filter(entry -> !PROPERTIES.contains(entry.name()))
                .toList();
        if (kinds.size() != 1) {
            problem(
                    data,
                    kinds.isEmpty()
                            ? "an effect needs a line 'kind: target'"
                            : "one effect has several kinds or unknown properties: "
                                    + String.join(
                                            ", ",
                                            kinds.stream().map(Data.Entry::name).toList())
                                    + "; put '- ' before each effect; known properties are "
                                    + String.join(", ", PROPERTIES));
            return Optional.empty();
        }
        Data.Entry entry = kinds.get(0);
        Optional<EffectKind> kind = EffectKind.byId(entry.name());
        if (kind.isEmpty()) {
            scope.problems()
                    .add(
                            entry.place(),
                            "there is no effect kind '" + entry.name() + "'; known are "
                                    + String.join(
                                            ", ",
                                            List.of(EffectKind.values()).stream()
                                                    .map(EffectKind::id)
                                                    .toList()));
            return Optional.empty();
        }
        if (!(entry.value() instanceof Data.Text target)) {
            scope.problems().add(entry.place(), "'" + entry.name() + "' needs a target; '=text' is literal text");
            return Optional.empty();
        }
        Data.Entries rest = new Data.Entries(
                entries.entries().stream()
                        .filter(other -> !other.name().equals(entry.name()))
                        .toList(),
                entries.place());
        return Optional.of(
                read(kind.get(), terms.sources(target), Fields.of(rest, "an effect", PROPERTIES, scope.problems())));
    }

    private EffectSpec read(EffectKind kind, List<Source> targets, Fields fields) {
        Set<String> traits = new HashSet<>();
        List<EffectSpec.ConditionalTrait> conditional = new ArrayList<>();
        for (Data.Text text : fields.texts("traits")) {
            boolean onFlag = text.text().endsWith("?");
            String trait = onFlag ? text.text().substring(0, text.text().length() - 1) : text.text();
            if (!isTrait.test(trait)) {
                problem(text, "there is no trait '" + trait + "'; traits.yaml lists them");
            }
            if (onFlag) {
                conditional.add(new EffectSpec.ConditionalTrait(trait, scope.use(trait, text.place())));
            } else {
                traits.add(trait);
            }
        }
        List<EffectSpec.Carried> carries = new ArrayList<>();
        boolean carriesInput = false;
        for (Data.Text text : fields.texts("carries")) {
            if (text.text().equals("stdin")) {
                carriesInput = true;
            } else {
                boolean asFile = text.text().startsWith("@");
                String name = asFile ? text.text().substring(1) : text.text();
                carries.add(new EffectSpec.Carried(scope.useValues(name, text.place()), asFile));
            }
        }
        return new EffectSpec(
                kind,
                targets,
                fields.texts("when").stream().map(terms::condition).toList(),
                traits,
                conditional,
                carries,
                carriesInput,
                fields.text("certainty").map(this::certainty).orElse(Certainty.CERTAIN),
                fields.text("reversible").flatMap(this::reversibility));
    }

    private Certainty certainty(Data.Text text) {
        for (Certainty certainty : Certainty.values()) {
            if (certainty.name().toLowerCase(Locale.ROOT).equals(text.text())) {
                return certainty;
            }
        }
        problem(text, "'certainty' is certain, likely or possible");
        return Certainty.CERTAIN;
    }

    private Optional<Reversibility> reversibility(Data.Text text) {
        return switch (text.text()) {
            case "yes" -> Optional.of(Reversibility.REVERSIBLE);
            case "work" -> Optional.of(Reversibility.RECOVERABLE);
            case "no" -> Optional.of(Reversibility.IRREVERSIBLE);
            default -> {
                problem(text, "'reversible' is yes, work or no");
                yield Optional.empty();
            }
        };
    }

    private void problem(Data data, String message) {
        scope.problems().add(data.place(), message);
    }
}
