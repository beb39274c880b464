namespace Polaris.Client.Tests.Folio.Queries;

using FsCheck.NUnit;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

/// <summary>Values of any kind, in queries that the parser of <see cref="FakeFolio"/> reads back.</summary>
/// <remarks>That parser follows the rules of FOLIO's modules and shares nothing with the code under test.</remarks>
[TestFixture]
[Properties(Arbitrary = [typeof(CqlSamples)], MaxTest = 300)]
internal sealed class CqlPropertyTests
{
    [Property]
    public bool EqualTo_AnyText_ComesBackAsThatText(CqlSampleText value) =>
        Read(Cql.Field("name").EqualTo(value.Text)) == Plain("name", "==", value.Text);

    [Property]
    public bool Format_AnyText_ComesBackAsThatText(CqlSampleText value) =>
        Read(Cql.Format($"name=={value.Text}")) == Plain("name", "==", value.Text);

    [Property]
    public bool Format_AnyTexts_NeverChangeTheShapeOfTheQuery(CqlSampleText first, CqlSampleText second)
    {
        CqlQuery query = Cql.Format($"(name=={first.Text} or code<>{second.Text}) and source==local sortBy name");

        return Read(query)
            == $"(({Plain("name", "==", first.Text)} or {Plain("code", "<>", second.Text)}) and source == \"local\") sortBy name";
    }

    [Property]
    public bool OneOf_AnyTexts_ComeBackInOrder(CqlSampleText[] values)
    {
        if (values.Length == 0)
        {
            return true;
        }

        string expected = values.Select(value => Plain("name", "==", value.Text)).Aggregate((left, right) => $"({left} or {right})");

        return Read(Cql.Field("name").OneOf(values.Select(value => value.Text))) == expected
            && Read(Cql.Format($"name=={values.Select(value => value.Text)}")) == expected;
    }

    [Property]
    public bool Parts_AnyText_OnlyTheOuterAsterisksAreWildcards(CqlSampleText value)
    {
        if (value.Text.Length == 0)
        {
            return true;
        }

        string literal = CqlSamples.Literal(value.Text);
        CqlField name = Cql.Field("name");
        return Read(name.StartsWith(value.Text)) == $"name == \"{literal}*\""
            && Read(name.EndsWith(value.Text)) == $"name == \"*{literal}\""
            && Read(name.Contains(value.Text)) == $"name == \"*{literal}*\"";
    }

    [Property]
    public bool Combining_AnyTree_IsReadAsTheTreeThatWasBuilt(CqlSampleTree tree) => Read(tree.Build()) == tree.Expected();

    [Property]
    public bool Keyset_AnyTree_StaysOneOperandOfTheWalk(CqlSampleTree tree)
    {
        const string last = "f32d531e-df79-46b3-8932-cdd35f7a2264";

        return Read(CqlKeyset.After(tree.Build(), last)) == $"({tree.Expected()} and id > \"{last}\") sortBy id";
    }

    [Property]
    public bool EncodedLength_AnyText_IsTheLengthOfTheEncodedQuery(CqlSampleText value)
    {
        CqlQuery query = Cql.Field("name").EqualTo(value.Text);

        return query.EncodedLength == Uri.EscapeDataString(query.Text).Length;
    }

    private static string Read(CqlQuery query) => FolioCqlParser.Parse(query.Text).ToString();

    private static string Plain(string field, string relation, string term) => $"{field} {relation} \"{CqlSamples.Literal(term)}\"";
}
