package dev.vouch.classify;

import dev.vouch.classify.encode.Encoded;
import dev.vouch.classify.feature.Features;
import java.util.Optional;

/**
 * What the models made of a text.
 *
 * @param encoded the text as the encoder saw it; empty where only words were read
 * @param said before calibration
 * @param tuning that belongs to what was said
 */
record Reading(Features features, Optional<Encoded> encoded, Said said, Tuning tuning) {}
