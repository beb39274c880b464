namespace Polaris.Client.RefitGenerator.Models;

/// <summary>A header with a fixed value.</summary>
internal sealed record HeaderModel(string Name, string Value);
