package dev.vouch.pipeline.hearing;

/** What an envelope comes to, before it is carried out. */
public sealed interface Effect {
  /** It means nothing to us. */
  Effect NOTHING = new Alone(() -> {});

  /** Somebody's words are to be heard; many are heard together. */
  record Hear(Said said) implements Effect {}

  /** Somebody's reaction is to be counted; many are counted together. */
  record React(Reaction reaction) implements Effect {}

  /** Something that is done by itself, after what came before it. */
  record Alone(Runnable work) implements Effect {}
}
