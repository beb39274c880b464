using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Polaris.Client.ConventionTests.Sources;

/// <summary>A C# file of the checkout, parsed when it is first looked into.</summary>
/// <param name="path">Its path from the root of the checkout, with slashes.</param>
/// <param name="text">Its text.</param>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() => Parse(path, text));

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The name without what follows the first dot: <c>MarcRecord</c> of <c>MarcRecord.Json.cs</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..].Split('.')[0];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public int LineCount => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') || Text.Length == 0 ? 0 : 1);

    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>The types and delegates that stand in no other type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The file and the line of a node, for messages.</summary>
    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    public override string ToString() => Path;

    private static CompilationUnitSyntax Parse(string path, string text)
    {
        // What stands in Compatibility is there for the oldest target only.
        string[] symbols = path.Contains("/Compatibility/", StringComparison.Ordinal)
            ? ["NETFRAMEWORK", "NETSTANDARD"]
            : ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0"];
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: symbols);
        return CSharpSyntaxTree.ParseText(text, options, path).GetCompilationUnitRoot();
    }
}
