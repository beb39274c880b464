using Microsoft.CodeAnalysis;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Diagnostics;

/// <summary>Something wrong, comparable by value.</summary>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Rule, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Of(DiagnosticDescriptor rule, ISymbol at, params string[] arguments) =>
        new(rule, LocationInfo.Of(at), new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Location?.ToLocation(), Arguments.Cast<object>().ToArray());
}
