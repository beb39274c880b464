using Microsoft.CodeAnalysis;
using Polaris.Client.RefitGenerator.Diagnostics;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Reads [Headers] of an interface and its methods.</summary>
internal static class HeaderParser
{
    private const string TokenPunctuation = "!#$%&'*+-.^_`|~";

    /// <summary>The headers of the interface, overridden by those of the method.</summary>
    public static List<HeaderModel> Parse(IMethodSymbol method, List<DiagnosticInfo> diagnostics)
    {
        List<HeaderModel> own = Read(method, method, diagnostics);
        List<HeaderModel> inherited = Read(method.ContainingType, method, diagnostics);
        inherited.RemoveAll(header => own.Any(other => SameName(other.Name, header.Name)));
        return [.. inherited, .. own];
    }

    private static bool SameName(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the name of a header, if anything is.</summary>
    public static string? NameProblem(string name)
    {
        if (name.Length == 0 || !name.All(c => c < 128 && (char.IsLetterOrDigit(c) || TokenPunctuation.Contains(c))))
            return "its name is not a header name";
        return name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            || SameName(name, "Allow") || SameName(name, "Expires") || SameName(name, "Last-Modified")
                ? "it describes the content, which is the serializer's matter"
                : null;
    }

    private static List<HeaderModel> Read(ISymbol symbol, IMethodSymbol method, List<DiagnosticInfo> diagnostics)
    {
        List<HeaderModel> headers = [];
        foreach (string text in Symbols.Attribute(symbol, "Refit.HeadersAttribute")?.StringsOfArgument() ?? [])
        {
            int colon = text.IndexOf(':');
            string name = colon < 0 ? text : text.Substring(0, colon).Trim();
            string value = colon < 0 ? "" : text.Substring(colon + 1).Trim();
            if (Problem(name, value) is { } problem)
                diagnostics.Add(DiagnosticInfo.Of(Rules.MalformedHeader, method, text, problem));
            else if (headers.Any(header => SameName(header.Name, name)))
                diagnostics.Add(DiagnosticInfo.Of(Rules.DuplicateName, method, symbol.Name, name));
            else
                headers.Add(new HeaderModel(name, value));
        }
        return headers;
    }

    private static string? Problem(string name, string value)
    {
        if (value.Length == 0)
            return "write it as \"Name: value\"";
        return value.Any(c => c is < ' ' or > '~') ? "its value is not plain ASCII" : NameProblem(name);
    }
}
