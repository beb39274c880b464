namespace Polaris.Client.Tests.Folio.Queries;

using Polaris.Client.Folio;

[TestFixture]
internal sealed class CqlFieldTests
{
    private static CqlField Name => Cql.Field("name");

    private static IEnumerable<TestCaseData> Conditions()
    {
        yield return new TestCaseData(Name.EqualTo("\\*?^\""), """name=="\\\*\?\^\"" """);
        yield return new TestCaseData(Name.EqualTo(""), "name==\"\"");
        yield return new TestCaseData(Name.NotEqualTo("a"), "name<>\"a\"");
        yield return new TestCaseData(Name.GreaterThan("a"), "name>\"a\"");
        yield return new TestCaseData(Name.GreaterThanOrEqualTo("a"), "name>=\"a\"");
        yield return new TestCaseData(Name.LessThan("a"), "name<\"a\"");
        yield return new TestCaseData(Name.LessThanOrEqualTo("a"), "name<=\"a\"");
        yield return new TestCaseData(Name.StartsWith("a*"), "name==\"a\\**\"");
        yield return new TestCaseData(Name.EndsWith("a"), "name==\"*a\"");
        yield return new TestCaseData(Name.Contains("a b"), "name==\"*a b*\"");
        yield return new TestCaseData(Name.Any("new york"), "name any \"new york\"");
        yield return new TestCaseData(Name.All("new york"), "name all \"new york\"");
        yield return new TestCaseData(Name.Phrase("new york"), "name adj \"new york\"");
        yield return new TestCaseData(Name.OneOf(["a", "b \"c\""]), "name==(\"a\" or \"b \\\"c\\\"\")");
        yield return new TestCaseData(Name.OneOf([1, 2]), "name==(\"1\" or \"2\")");
        yield return new TestCaseData(Name.IsDefined(), "name=\"\"");
        yield return new TestCaseData(Name.IsUndefined(), "(cql.allRecords=1) not (name=\"\")");
        yield return new TestCaseData(Name.IsEmpty(), "name==\"\"");
        yield return new TestCaseData(Name.IsEmptyListOrUndefined(), "(cql.allRecords=1) not (name<>\"[]\")");
        yield return new TestCaseData(Name.RespectCase().RespectAccents().EqualTo("a"), "name==/respectCase/respectAccents \"a\"");
        yield return new TestCaseData(Name.IgnoreCase().IgnoreAccents().Any("a"), "name any/ignoreCase/ignoreAccents \"a\"");
        yield return new TestCaseData(Cql.Field("ordering").AsNumber().LessThan(10), "ordering</number \"10\"");
    }

    [TestCaseSource(nameof(Conditions))]
    public void Condition_Always_IsWrittenAsFolioReadsIt(CqlQuery query, string expected) =>
        Assert.That(query.ToString(), Is.EqualTo(expected.TrimEnd()));

    [TestCase("name")]
    [TestCase("metadata.updatedDate")]
    [TestCase("customFields.text-box_2")]
    [TestCase("and.name")]
    public void Field_FieldName_IsTaken(string name) =>
        Assert.That(Cql.Field(name).EqualTo("a").Text, Is.EqualTo($"{name}==\"a\""));

    [TestCase("")]
    [TestCase(" name")]
    [TestCase("name==\"a\" or x")]
    [TestCase("na\"me")]
    [TestCase("name/respectCase")]
    [TestCase(".name")]
    [TestCase("name.")]
    [TestCase("a..b")]
    [TestCase("-a")]
    [TestCase("1a")]
    [TestCase("näme")]
    [TestCase("and")]
    [TestCase("SortBy")]
    [TestCase("Any")]
    [TestCase("cql.allRecords")]
    [TestCase("CQL.serverChoice")]
    public void Field_AnythingElse_IsRefused(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Cql.Field(name));

        Assert.That(error!.ParamName, Is.EqualTo("name"));
        Assert.That(() => Cql.All.SortBy(name), Throws.ArgumentException.With.Property("ParamName").EqualTo("field"));
        Assert.That(() => Cql.All.SortByDescending(name), Throws.ArgumentException);
    }

    [Test]
    public void Condition_Null_IsRefusedNamingTheParameter()
    {
        Assert.That(() => Cql.Field(null!), Throws.ArgumentNullException);
        Assert.That(() => Name.EqualTo<string?>(null), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("value"));
        Assert.That(() => Name.LessThan<int?>(null), Throws.ArgumentNullException);
        Assert.That(() => Name.StartsWith(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("text"));
        Assert.That(() => Name.Any(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("words"));
        Assert.That(() => Name.OneOf<string>(null!), Throws.ArgumentNullException);
        Assert.That(() => Name.OneOf<string?>(["a", null]), Throws.ArgumentException);
    }

    [Test]
    public void Condition_ValueThatWouldWidenTheSearch_IsRefused()
    {
        Assert.That(() => Name.StartsWith(""), Throws.ArgumentException);
        Assert.That(() => Name.Contains(""), Throws.ArgumentException);
        Assert.That(() => Name.Any(""), Throws.ArgumentException);
        Assert.That(() => Name.All(" \t"), Throws.ArgumentException);
        Assert.That(() => Name.OneOf(Array.Empty<string>()), Throws.ArgumentException);
    }

    [Test]
    public void Condition_ValueThatIsNoTerm_IsRefused()
    {
        Assert.That(() => Name.EqualTo("a\uD800b"), Throws.ArgumentException.With.Message.Contains("position 1"));
        Assert.That(() => Name.EqualTo("\uDC00"), Throws.ArgumentException);
        Assert.That(() => Name.EqualTo(new[] { "a" }), Throws.ArgumentException.With.Message.Contains("OneOf"));
        Assert.That(() => Name.EqualTo(Cql.All), Throws.ArgumentException);
        Assert.That(() => Name.OneOf("abc"), Throws.ArgumentException.With.Message.Contains("EqualTo"));
        Assert.That(() => Name.EqualTo(new DateTime(2025, 9, 7)), Throws.ArgumentException.With.Message.Contains("DateTimeOffset"));
    }
}
