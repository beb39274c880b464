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

    internal CqlNode Expected() => Left is null || Right is null
        ? new CqlNode.Condition(Word, "==", "", Text, new string('.', Text.Length))
        : new CqlNode.Combination(Word, Left.Expected(), Right.Expected());
}
