using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Queries;

/// <summary>A query that is built and, apart from that, expected: a leaf is <c>Word == Text</c>.</summary>
public sealed record CqlSampleTree(string Word, string Text, CqlSampleTree? Left, CqlSampleTree? Right)
{
    public CqlQuery Build() => Left is null || Right is null
        ? Polaris.Client.Folio.Cql.Field(Word).EqualTo(Text)
        : Word switch
        {
            "and" => Left.Build().And(Right.Build()),
            "or" => Left.Build().Or(Right.Build()),
            _ => Left.Build().AndNot(Right.Build()),
        };

    public string Expected() => Left is null || Right is null
        ? $"{Word} == \"{CqlSamples.Literal(Text)}\""
        : $"({Left.Expected()} {Word} {Right.Expected()})";
}
