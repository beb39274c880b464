namespace Polaris.Client.RefitGenerator.Models;

/// <summary>A literal or a placeholder of a route.</summary>
/// <param name="Text">The literal text, or the name between the braces.</param>
/// <param name="IsPlaceholder">Tells which of them it is.</param>
internal sealed record RoutePart(string Text, bool IsPlaceholder);
