using System.Runtime.CompilerServices;

namespace Polaris.Client.Http;

/// <summary>Checks arguments before anything is sent, in one place, so that all messages are alike.</summary>
internal static class Argument
{
    /// <summary>Returns an ID, if it is one.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="noun">What it identifies, such as <c>an item record</c>.</param>
    /// <param name="parameter">The name of the parameter; the expression by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    public static int Id(int id, string noun, [CallerArgumentExpression(nameof(id))] string? parameter = null) => id < 1
        ? throw new ArgumentOutOfRangeException(parameter, id, $"The ID of {noun} must be 1 or more.")
        : id;

    /// <summary>Returns a number that may be 0, which stands for none or all.</summary>
    /// <param name="value">The number.</param>
    /// <param name="noun">What it is, such as <c>The type of a block</c>.</param>
    /// <param name="parameter">The name of the parameter; the expression by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static int NotNegative(int value, string noun, [CallerArgumentExpression(nameof(value))] string? parameter = null) => value < 0
        ? throw new ArgumentOutOfRangeException(parameter, value, $"{noun} must not be negative.")
        : value;
}
