using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Splits a route into literals and placeholders; refuses what would not reach the server as written.</summary>
internal static class RouteParser
{
    private const string Punctuation = "-._~!$&'()*+,;=:@/?%";

    /// <summary>Gives the parts of the route without its leading slash, or what is wrong with it.</summary>
    public static (EquatableArray<RoutePart> Parts, string? Problem) Parse(string route)
    {
        List<RoutePart> parts = [];
        string relative = route.Substring(1);
        for (int position = 0; position < relative.Length;)
        {
            int open = relative.IndexOf('{', position);
            AddLiteral(parts, relative, position, open < 0 ? relative.Length : open);
            if (open < 0)
                break;
            int close = relative.IndexOf('}', open);
            if (close < 0)
                return (default, "a brace is not closed");
            parts.Add(new RoutePart(relative.Substring(open + 1, close - open - 1), IsPlaceholder: true));
            position = close + 1;
        }
        return (new EquatableArray<RoutePart>(parts), PlaceholderProblem(parts) ?? LiteralProblem(parts));
    }

    private static void AddLiteral(List<RoutePart> parts, string relative, int start, int end)
    {
        if (end > start)
            parts.Add(new RoutePart(relative.Substring(start, end - start), IsPlaceholder: false));
    }

    private static string? PlaceholderProblem(List<RoutePart> parts)
    {
        bool inQuery = false;
        foreach (RoutePart part in parts)
        {
            if (!part.IsPlaceholder)
                inQuery |= part.Text.Contains('?');
            else if (inQuery)
                return "a placeholder stands in its query; make that parameter a [Query]";
            else if (part.Text.Length == 0 || !part.Text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
                return "a placeholder is the plain name of a parameter";
        }
        return null;
    }

    private static string? LiteralProblem(List<RoutePart> parts)
    {
        string literal = string.Concat(parts.Select(part => part.IsPlaceholder ? "x" : part.Text));
        if (literal.Any(c => !IsAllowed(c)))
            return "it holds a character that must be percent-encoded";
        string[] segments = literal.Split('?')[0].Split('/');
        if (segments.Any(segment => segment is "." or ".."))
            return "a segment is \".\" or \"..\"";
        if (segments.Take(segments.Length - 1).Any(segment => segment.Length == 0))
            return "a segment is empty";
        return segments[0].Contains(':') ? "its first segment holds a colon, which reads as a scheme" : null;
    }

    private static bool IsAllowed(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || Punctuation.Contains(c);
}
