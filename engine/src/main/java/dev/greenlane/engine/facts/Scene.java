package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.understand.Understanding;

/**
 * A call and the place where it would happen, before it happens.
 *
 * @param meant the paths that its effects mean
 * @param provenance what the session knows of its own doing
 */
public record Scene(
        MeantPaths meant, Understanding understanding, Surroundings surroundings, World world, Provenance provenance) {}
