/** Turns what was heard into nudges, sends each once when it may be sent, and takes its answer. */
@NullMarked
package dev.vouch.pipeline.nudge;

import org.jspecify.annotations.NullMarked;
