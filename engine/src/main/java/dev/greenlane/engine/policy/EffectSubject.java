package dev.greenlane.engine.policy;

import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.consent.deed.Servers;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Endpoint;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.engine.facts.Facts;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.policy.condition.Kebab;
import dev.greenlane.engine.policy.condition.Subject;
import dev.greenlane.engine.policy.condition.Variable;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One effect as conditions see it. */
final class EffectSubject implements Subject {

    private final Effect effect;
    private final PolicyContext context;
    private final Environment environment;
    private final Consent consent;
    private final Facts facts;
    private final @Nullable PathTarget path;
    private final @Nullable Endpoint endpoint;

    EffectSubject(Effect effect, PolicyContext context, Environment environment, Consent consent, Facts facts) {
        this.effect = effect;
        this.context = context;
        this.environment = environment;
        this.consent = consent;
        this.facts = facts;
        this.path = effect instanceof Effect.OnPath onPath ? onPath.path() : null;
        this.endpoint = effect instanceof Effect.OnHost onHost ? onHost.endpoint() : null;
    }

    @Override
    public String text(Variable variable) {
        return switch (variable) {
            case EFFECT_KIND -> effect.kind().id();
            case EFFECT_TARGET -> effect.target();
            case EFFECT_CERTAINTY -> Kebab.of(effect.circumstances().certainty());
            case EFFECT_REVERSIBLE -> reversible(effect.circumstances().reversibility());
            case EFFECT_PLACE -> Kebab.of(effect.circumstances().place());
            case PATH_TEXT -> path == null ? "" : path.text();
            case PATH_SCOPE -> path == null ? "" : Kebab.of(path.scope());
            case PATH_KNOWLEDGE -> path == null ? "" : Kebab.of(path.knowledge());
            case HOST_NAME -> endpoint == null ? "" : endpoint.host();
            case HOST_REACH -> endpoint == null ? "" : Kebab.of(endpoint.reach());
            case CALL_TOOL -> context.tool();
            case CALL_SERVER -> context.server();
            case MODE -> context.mode();
            default -> throw new IllegalArgumentException(variable.id() + " is not text");
        };
    }

    @Override
    public Set<String> list(Variable variable) {
        return switch (variable) {
            case EFFECT_TRAITS -> effect.circumstances().traits();
            case EFFECT_CARRIES -> labels(effect.circumstances().carries());
            case PATH_CLASSES -> path == null ? Set.of() : path.classes();
            default -> throw new IllegalArgumentException(variable.id() + " is not a list");
        };
    }

    @Override
    public boolean flag(Variable variable) {
        return switch (variable) {
            case PATH_KNOWN -> path != null && path.knowledge() == Knowledge.EXACT;
            case PATH_TRUSTED -> path != null && environment.trustsPath(path.text());
            case HOST_KNOWN -> endpoint != null && !endpoint.host().isEmpty();
            case HOST_TRUSTED ->
                endpoint != null && (endpoint.reach() == Reach.LOOPBACK || environment.trustsHost(endpoint.host()));
            case HOST_REGISTRY -> endpoint != null && environment.isRegistry(endpoint.host());
            case SERVER_TRUSTED -> environment.trustsServer(context.server());
            case NAME_KNOWN -> effect instanceof Effect.OnName onName && onName.known();
            case NAME_TRUSTED -> environment.trustsName(effect.target());
            case NAME_PROTECTED -> environment.protects(effect.target());
            case COMMAND_PROTECTED -> context.wordsOf(effect).anyMatch(environment::protects);
            case COMMAND_AWAY -> context.commandsOf(effect).anyMatch(Servers::areAway);
            case COMMAND_ELSEWHERE -> context.commandsOf(effect).anyMatch(Servers::serveOthers);
            case LOSS_NONE -> facts.loss(effect) instanceof Loss.Nothing;
            case LOSS_SOME -> facts.loss(effect) instanceof Loss.Of;
            case LOSS_UNDOABLE -> facts.undoable(effect);
            case TARGET_OWN -> facts.own(effect);
            case USER_FORBIDS -> consent.on(effect, "") instanceof Opinion.Forbidden;
            case USER_OTHER -> consent.on(effect, "") instanceof Opinion.Beyond;
            case USER_WAITS -> waits(consent.on(effect, ""));
            case NAME_INSTALLER -> environment.isInstaller(effect.target());
            default -> throw new IllegalArgumentException(variable.id() + " is not true or false");
        };
    }

    /** Whether the user's next word is to come first: something has to happen before, or they have only asked. */
    private static boolean waits(Opinion opinion) {
        return opinion instanceof Opinion.Unbound unbound && unbound.waits() || opinion instanceof Opinion.Asked;
    }

    /** The words that the catalogue uses. */
    private static String reversible(Reversibility reversibility) {
        return switch (reversibility) {
            case REVERSIBLE -> "yes";
            case RECOVERABLE -> "work";
            case IRREVERSIBLE -> "no";
        };
    }

    private static Set<String> labels(Set<DataLabel> labels) {
        return labels.isEmpty() ? Set.of() : labels.stream().map(Kebab::of).collect(Collectors.toUnmodifiableSet());
    }
}
