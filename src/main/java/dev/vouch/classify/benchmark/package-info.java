/** The design of the models, measured on public benchmarks; nothing of it is kept. */
@NullMarked
package dev.vouch.classify.benchmark;

import org.jspecify.annotations.NullMarked;
