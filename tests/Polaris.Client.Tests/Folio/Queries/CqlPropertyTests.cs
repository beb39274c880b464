namespace Polaris.Client.Tests.Folio.Queries;

using FsCheck.NUnit;
using Polaris.Client.Folio;

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

        return Read(query) == new CqlNode.Sorted(
            new CqlNode.Combination(
                "and",
                new CqlNode.Combination("or", Plain("name", "==", first.Text), Plain("code", "<>", second.Text)),
                new CqlNode.Condition("source", "==", "", "local", "")),
            "name");
    }

    [Property]
    public bool OneOf_AnyTexts_ComeBackInOrder(CqlSampleText[] values)
    {
        if (values.Length == 0)
        {
            return true;
        }

        CqlNode expected = values.Select(value => (CqlNode)Plain("name", "==", value.Text))
            .Aggregate((left, right) => new CqlNode.Combination("or", left, right));

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

        string dots = new('.', value.Text.Length);
        CqlField name = Cql.Field("name");
        return Read(name.StartsWith(value.Text)) == new CqlNode.Condition("name", "==", "", value.Text + "*", dots + "!")
            && Read(name.EndsWith(value.Text)) == new CqlNode.Condition("name", "==", "", "*" + value.Text, "!" + dots)
            && Read(name.Contains(value.Text)) == new CqlNode.Condition("name", "==", "", $"*{value.Text}*", $"!{dots}!");
    }

    [Property]
    public bool Combining_AnyTree_IsReadAsTheTreeThatWasBuilt(CqlSampleTree tree) => Read(tree.Build()) == tree.Expected();

    [Property]
    public bool Keyset_AnyTree_StaysOneOperandOfTheWalk(CqlSampleTree tree)
    {
        const string last = "f32d531e-df79-46b3-8932-cdd35f7a2264";

        return Read(CqlKeyset.After(tree.Build(), last)) == new CqlNode.Sorted(
            new CqlNode.Combination("and", tree.Expected(), Plain("id", ">", last)), "id");
    }

    [Property]
    public bool EncodedLength_AnyText_IsTheLengthOfTheEncodedQuery(CqlSampleText value)
    {
        CqlQuery query = Cql.Field("name").EqualTo(value.Text);

        return query.EncodedLength == Uri.EscapeDataString(query.Text).Length;
    }

    private static CqlNode Read(CqlQuery query) => CqlParser.Parse(query.Text);

    private static CqlNode.Condition Plain(string field, string relation, string term) =>
        new(field, relation, "", term, new string('.', term.Length));
}
