package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.provenance.Provenance.Thing;

/** Whether a session made what an effect is done to. */
final class OwnThings {
    private final World world;
    private final Provenance provenance;
    private final Surroundings surroundings;

    OwnThings(Scene scene) {
        this.world = scene.world();
        this.provenance = scene.provenance();
        this.surroundings = scene.surroundings();
    }

    boolean is(Effect effect) {
        String target = effect.target();
        return switch (effect.kind()) {
            case FILE_READ, FILE_WRITE, FILE_DELETE, FILE_PERMISSION ->
                provenance.made(MeantPaths.absolute(target, surroundings));
            case PROCESS_CONTROL ->
                provenance.made(Thing.PROCESS, target)
                        || provenance.made(Thing.CONTAINER, target)
                        || provenance.made(Thing.JOB, target)
                        || isChild(target);
            case VCS_LOCAL_LOSS, VCS_LOCAL_CHANGE, VCS_REMOTE_CHANGE, VCS_HISTORY_REWRITE ->
                provenance.made(Thing.BRANCH, target)
                        || provenance.made(Thing.TAG, target)
                        || provenance.made(Thing.STASH, target);
            case CLOUD_CHANGE, CLOUD_DESTROY -> provenance.made(Thing.JOB, target);
            default -> false;
        };
    }

    /** Whether a process was started by one that the session started. */
    private boolean isChild(String target) {
        if (!target.chars().allMatch(Character::isDigit) || target.isEmpty() || target.length() > 9) {
            return false;
        }
        long number = Long.parseLong(target);
        for (int up = 0; up < 16; up++) {
            var process = world.processes().at(number);
            if (process.isEmpty() || process.get().parent() <= 1) {
                return false;
            }
            number = process.get().parent();
            if (provenance.made(Thing.PROCESS, Long.toString(number))) {
                return true;
            }
        }
        return false;
    }
}
