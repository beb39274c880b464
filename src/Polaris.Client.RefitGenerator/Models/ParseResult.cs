using Polaris.Client.RefitGenerator.Diagnostics;

namespace Polaris.Client.RefitGenerator.Models;

/// <summary>What was read from an interface: a model, or what is wrong with it.</summary>
internal sealed record ParseResult(InterfaceModel? Interface, EquatableArray<DiagnosticInfo> Diagnostics);
