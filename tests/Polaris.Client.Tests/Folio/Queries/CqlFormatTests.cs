namespace Polaris.Client.Tests.Folio.Queries;

using System.Globalization;
using Polaris.Client.Folio;

[TestFixture]
internal sealed class CqlFormatTests
{
    [Test]
    public void Format_ValueWithQuotes_IsOneTerm()
    {
        string name = "\" or cql.allRecords=1 or name==\"";

        CqlQuery query = Cql.Format($"name=={name} and source==local");

        Assert.That(query.Text, Is.EqualTo("""name=="\" or cql.allRecords=1 or name==\"" and source==local"""));
    }

    [Test]
    public void Format_EveryType_IsWrittenInvariantly()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.That(Term(-1.5m), Is.EqualTo("-1.5"));
            Assert.That(Term(0.1 + 0.2), Is.EqualTo("0.30000000000000004"));
            Assert.That(Term(-7), Is.EqualTo("-7"));
            Assert.That(Term(true), Is.EqualTo("true"));
            Assert.That(Term('x'), Is.EqualTo("x"));
            Assert.That(Term(DayOfWeek.Monday), Is.EqualTo("Monday"));
            Assert.That(Term(Guid.Parse("F32D531E-DF79-46B3-8932-CDD35F7A2264")), Is.EqualTo("f32d531e-df79-46b3-8932-cdd35f7a2264"));
            Assert.That(Term(new DateOnly(2025, 9, 7)), Is.EqualTo("2025-09-07"));
            Assert.That(Term((int?)3), Is.EqualTo("3"));
            Assert.That(Term(new Uri("http://x/")), Is.EqualTo("http://x/"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Format_Dates_AreWrittenAsFolioStoresThem()
    {
        var date = new DateTimeOffset(2025, 9, 8, 0, 9, 14, 300, TimeSpan.FromHours(2));

        Assert.That(Term(date), Is.EqualTo("2025-09-07T22:09:14.300+00:00"));
        Assert.That(Term(date.UtcDateTime), Is.EqualTo("2025-09-07T22:09:14.300+00:00"));
        Assert.That(Cql.Format($"date=={date:yyyy}").Text, Is.EqualTo("date==\"2025\""));
    }

    [Test]
    public void Format_List_BecomesAlternatives()
    {
        string[] names = ["a", "b \"c\""];

        Assert.That(Cql.Format($"name=={names} and code={1}").Text, Is.EqualTo("""name==("a" or "b \"c\"") and code="1" """.TrimEnd()));
        Assert.That(() => Cql.Format($"name=={Array.Empty<int>()}"), Throws.ArgumentException);
        Assert.That(() => Cql.Format($"name=={new[] { "a", null }}"), Throws.ArgumentException);
    }

    [Test]
    public void Format_Query_IsPutInParentheses()
    {
        CqlQuery local = Cql.Format($"source=={"local"} or source==consortium");

        Assert.That(
            Cql.Format($"{local} and (name={"a"} not {local}) sortBy name").Text,
            Is.EqualTo("""(source=="local" or source==consortium) and (name="a" not (source=="local" or source==consortium)) sortBy name"""));
        Assert.That(() => Cql.Format($"{local.SortBy("name")} and a==b"), Throws.ArgumentException);
        Assert.That(() => Cql.Format($"name=={local}"), Throws.TypeOf<FormatException>());
        Assert.That(() => Cql.Format($"name=={"a"} {local}"), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Format_ArrayModifier_TakesValuesToo()
    {
        string type = "t\"", value = "123";

        Assert.That(
            Cql.Format($"identifiers =/@value/@identifierTypeId={type} {value}").Text,
            Is.EqualTo("identifiers =/@value/@identifierTypeId=\"t\\\"\" \"123\""));
    }

    [Test]
    public void Format_Null_NamesTheExpression()
    {
        string? missing = null;
        int? number = null;

        Assert.That(
            () => Cql.Format($"name=={missing}"), Throws.ArgumentNullException.With.Property("ParamName").EqualTo(nameof(missing)));
        Assert.That(
            () => Cql.Format($"n=={number:D}"), Throws.ArgumentNullException.With.Property("ParamName").EqualTo(nameof(number)));
    }

    [Test]
    public void Format_ValueWhereNoneCanStand_IsRefused()
    {
        string x = "x";

        Assert.That(() => Cql.Format($"name==\"{x}\""), Refused("inside quotation marks"));
        Assert.That(() => Cql.Format($"name==\"a\\\"{x}\""), Refused("inside quotation marks"));
        Assert.That(() => Cql.Format($"name==a{x}"), Refused("joined"));
        Assert.That(() => Cql.Format($"name==\"a\"{x}"), Refused("joined"));
        Assert.That(() => Cql.Format($"name=={x}{x}"), Refused("joined"));
        Assert.That(() => Cql.Format($"name=={x}*"), Refused("joined"));
        Assert.That(() => Cql.Format($"name=={x}\"a\""), Refused("joined"));
        Assert.That(() => Cql.Format($"name=={x}("), Refused("joined"));
        Assert.That(() => Cql.Format($"name=={x} b"), Refused("after a value"));
        Assert.That(() => Cql.Format($"name=={x} any b"), Refused("after a value"));
        Assert.That(() => Cql.Format($"{x}==a"), Refused("needs a field"));
        Assert.That(() => Cql.Format($"a==b and {x}==a"), Refused("field name"));
        Assert.That(() => Cql.Format($"a==b sortBy {x}"), Refused("in the sort"));
        Assert.That(() => Cql.Format($"name=={x:D}"), Refused("does not take a format"));
    }

    [Test]
    public void Format_ListAfterARelationThatWouldMatchEverything_IsRefused()
    {
        string[] names = ["a", "b"];

        Assert.That(() => Cql.Format($"name<>{names}"), Refused("would match every record"));
        Assert.That(() => Cql.Format($"name < {names}"), Throws.TypeOf<FormatException>());
        Assert.That(() => Cql.Format($"name>={names}"), Throws.TypeOf<FormatException>());
        Assert.That(Cql.Format($"code<>x and name=={names} or name any {names}").Text, Is.EqualTo("""code<>x and name==("a" or "b") or name any ("a" or "b")"""));
    }

    [Test]
    public void Format_LiteralThatIsNotClosed_IsRefused()
    {
        string x = "x";

        Assert.That(() => Cql.Format($"name=={x} and b==\"c"), Refused("quotation mark"));
        Assert.That(() => Cql.Format($"(name=={x}"), Refused("not closed"));
        Assert.That(() => Cql.Format($"name=={x})"), Refused("no opening one"));
        Assert.That(() => Cql.Format($" "), Refused("blank"));
        Assert.That(() => Cql.Format($"name==a\\ and b=={x}"), Refused("backslash"));
    }

    [Test]
    public void Format_BlankTermAfterAWordSearch_IsRefused()
    {
        string blank = " ", empty = "";

        Assert.That(() => Cql.Format($"name={empty}"), Throws.ArgumentException.With.Message.Contains("any value"));
        Assert.That(() => Cql.Format($"a==b and name any {blank}"), Throws.ArgumentException);
        Assert.That(() => Cql.Format($"name ALL {blank}"), Throws.ArgumentException);
        Assert.That(Cql.Format($"name=={empty} or name<>{blank}").Text, Is.EqualTo("name==\"\" or name<>\" \""));
    }

    [TestCase("name==a sortBy name", true)]
    [TestCase("name==a SORTBY name/sort.descending", true)]
    [TestCase("name==\"a sortBy b\"", false)]
    [TestCase("name==sortByName", false)]
    public void HasSort_Text_IsSeenOutsideQuotesOnly(string text, bool expected) =>
        Assert.That(Cql.Raw(text).HasSort, Is.EqualTo(expected));

    private static string Term<T>(T value)
    {
        string text = Cql.Format($"name=={value}").Text;
        return text["name==\"".Length..^1];
    }

    private static NUnit.Framework.Constraints.ContainsConstraint Refused(string why) =>
        Throws.TypeOf<FormatException>().With.Message.Contains(why);
}
