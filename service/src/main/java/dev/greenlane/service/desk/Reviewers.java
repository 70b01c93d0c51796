package dev.greenlane.service.desk;

import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.source.InvalidPolicyException;
import dev.greenlane.engine.policy.source.PolicyReader;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reviewer for the policy files that hold; a file is read again when it has changed. Thread-safe. */
final class Reviewers {
    private static final int KEPT = 100;

    private final Understander understander = Understander.load();
    private final Reviewer standard = new Reviewer(understander, Policy.defaults());
    private final Map<List<Version>, Reviewer> others = new ConcurrentHashMap<>();

    private record Version(Path file, Source source, long modified, long size) {}

    /** What they understand calls with. */
    Understander understander() {
        return understander;
    }

    /** @throws NoReview where a policy file cannot be used */
    Reviewer by(List<Setting> policies) throws NoReview {
        if (policies.isEmpty()) {
            return standard;
        }
        List<Version> versions = new ArrayList<>();
        for (Setting policy : policies) {
            versions.add(version(policy));
        }
        Reviewer known = others.get(versions);
        if (known != null) {
            return known;
        }
        if (others.size() > KEPT) {
            others.clear();
        }
        Reviewer made = new Reviewer(understander, policy(versions));
        others.put(List.copyOf(versions), made);
        return made;
    }

    private static Version version(Setting policy) throws NoReview {
        Path from = Path.of(policy.origin().replaceFirst(":[0-9]+$", ""));
        Path file = from.resolveSibling(policy.value());
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is no file");
            }
            return new Version(
                    file, policy.source(), Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException e) {
            throw new NoReview("the policy file " + file + " that " + policy.origin() + " names cannot be read");
        }
    }

    private static Policy policy(List<Version> versions) throws NoReview {
        Policy policy = Policy.defaults();
        for (Version version : versions) {
            try {
                PolicyFile content = PolicyReader.read(version.file().toString(), Files.readString(version.file()));
                policy = policy.with(version.source() == Source.PROJECT ? content.onlyTightening() : content);
            } catch (IOException | InvalidPolicyException | IllegalArgumentException e) {
                throw new NoReview("the policy file " + version.file() + " cannot be used: " + e.getMessage());
            }
        }
        return policy;
    }
}
