using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Polaris.Client.ConventionTests.Sources;

/// <summary>What each rule finds in one file: nothing, or a line for each place.</summary>
internal static partial class SourceRules
{
    public const int MaxFileLines = 400;
    public const int MaxMethodLines = 45;

    public static IEnumerable<string> FileSize(SourceFile file) =>
        file.LineCount > MaxFileLines ? [$"{file.Path} has {file.LineCount} lines"] : [];

    public static IEnumerable<string> MethodSize(SourceFile file) => file.Root.DescendantNodes()
        .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
        .Select(node => (Node: node, Lines: LinesOf(node)))
        .Where(method => method.Lines > MaxMethodLines)
        .Select(method => $"{file.At(method.Node)} has {method.Lines} lines");

    public static IEnumerable<string> FileScopedNamespace(SourceFile file) =>
        file.Root.DescendantNodes(static node => node is CompilationUnitSyntax).OfType<NamespaceDeclarationSyntax>().Select(file.At);

    public static IEnumerable<string> Leftovers(SourceFile file) => file.Root.DescendantTrivia(descendIntoTrivia: true)
        .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia) || (IsComment(trivia) && Leftover().IsMatch(trivia.ToString())))
        .Select(trivia => $"{file.Path}:{LineOf(trivia)} {trivia.ToString().Trim()}")
        .Concat(NodesMatching(file, Unfinished()));

    public static IEnumerable<string> SkippedTests(SourceFile file) => NodesMatching(file, Skipping());

    public static IEnumerable<string> RealClocks(SourceFile file) => NodesMatching(file, Clock())
        .Concat(file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() is "Task.Delay" && !HasClock(call.ArgumentList.Arguments))
            .Select(call => $"{file.At(call)} {call}"));

    public static IEnumerable<string> TestNames(SourceFile file) => file.Root.DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "Test" or "TestCase" or "TestCaseSource" or "Property" or "Theory"))
        .Where(method => !TestName().IsMatch(method.Identifier.Text) || TranslatedName().IsMatch(method.Identifier.Text))
        .Select(method => $"{file.At(method)} {method.Identifier.Text}");

    private static IEnumerable<string> NodesMatching(SourceFile file, Regex pattern) => file.Root.DescendantNodes()
        .Where(node => node is MemberAccessExpressionSyntax or AttributeSyntax or ObjectCreationExpressionSyntax)
        .Where(node => pattern.IsMatch(node.ToString()))
        .Select(node => $"{file.At(node)} {node}");

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        AttributeListSyntax? attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        int start = attributes?.GetLocation().GetLineSpan().EndLinePosition.Line + 1 ?? span.StartLinePosition.Line;
        return span.EndLinePosition.Line - start + 1;
    }

    private static int LineOf(SyntaxTrivia trivia) => trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The clock is the second argument, where otherwise a token stands; waiting for ever for a token needs none.</summary>
    private static bool HasClock(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Count > 1
        && (!arguments[1].ToString().Contains("token", StringComparison.OrdinalIgnoreCase)
            || arguments[0].ToString().StartsWith("Timeout.Infinite", StringComparison.Ordinal));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    [GeneratedRegex(@"TODO|FIXME|HACK|XXX|[-=*#]{4,}|/{4,}|;\s*$|^//\s*[{}]\s*$")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^new (System\.)?NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^(Assert\.(Ignore|Inconclusive|Warn|Pass)|Ignore(\(.*)?)$")]
    private static partial Regex Skipping();

    [GeneratedRegex(@"^(System\.)?(DateTime(Offset)?\.(Now|UtcNow|Today)|Thread\.Sleep|Environment\.TickCount(64)?)$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\p{Lu}\w*?_\w+_\w+$")]
    private static partial Regex TestName();

    /// <summary>Words of style.md that read as translated.</summary>
    [GeneratedRegex("(Tells?|Says?|AllTheSame|AsItCame|Somebody|Nobody|GoesOn|Cancelled)(?=[A-Z_]|$)")]
    private static partial Regex TranslatedName();
}
