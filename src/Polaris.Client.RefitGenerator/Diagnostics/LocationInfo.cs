using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Polaris.Client.RefitGenerator.Diagnostics;

/// <summary>A place in the source that does not keep the syntax tree alive.</summary>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault() is { SourceTree: { } tree } location
            ? new LocationInfo(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(FilePath, Span, Lines);
}
