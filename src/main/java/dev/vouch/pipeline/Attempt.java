package dev.vouch.pipeline;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one of several pieces of work came to, or why it failed, so that it holds up no other. */
public record Attempt<T>(@Nullable T value, @Nullable RuntimeException failure) {

  /**
   * Does the work. What breaks with an {@code Error}, as a text that is nested too deeply or that
   * needs a class which cannot be loaded, is a failure like any other; only without memory nothing
   * goes on.
   */
  public static <T> Attempt<T> at(Supplier<T> work) {
    try {
      return new Attempt<>(work.get(), null);
    } catch (RuntimeException e) {
      return new Attempt<>(null, e);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Error e) {
      return new Attempt<>(null, new IllegalStateException(e.getClass().getSimpleName(), e));
    }
  }

  public static Attempt<Boolean> at(Runnable work) {
    return at(
        () -> {
          work.run();
          return true;
        });
  }

  public boolean worked() {
    return failure == null;
  }

  /**
   * @throws RuntimeException why it failed
   */
  public T get() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(value);
  }
}
