namespace Polaris.Client.Tests.Folio.Queries;

using Polaris.Client.Folio;

[TestFixture]
internal sealed class CqlQueryTests
{
    private static readonly CqlQuery A = Cql.Field("a").EqualTo(1);
    private static readonly CqlQuery B = Cql.Field("b").EqualTo(2);

    [Test]
    public void Combining_TwoQueries_PutsBothInParentheses()
    {
        Assert.That(A.And(B).Text, Is.EqualTo("(a==\"1\") and (b==\"2\")"));
        Assert.That(A.Or(B).Text, Is.EqualTo("(a==\"1\") or (b==\"2\")"));
        Assert.That(A.AndNot(B).Text, Is.EqualTo("(a==\"1\") not (b==\"2\")"));
        Assert.That(Cql.Not(A).Text, Is.EqualTo("(cql.allRecords=1) not (a==\"1\")"));
    }

    [Test]
    public void SortBy_CalledAgain_AddsAKeyOfLowerRank()
    {
        CqlQuery query = Cql.All.SortBy("name").SortByDescending("metadata.updatedDate").SortBy("id");

        Assert.That(query.Text, Is.EqualTo("cql.allRecords=1 sortBy name metadata.updatedDate/sort.descending id"));
        Assert.That(query.HasSort);
        Assert.That(Cql.All.HasSort, Is.False);
    }

    [Test]
    public void Combining_QueryWithSort_IsRefused()
    {
        CqlQuery sorted = A.SortBy("name");

        Assert.That(() => sorted.And(B), Throws.InvalidOperationException);
        Assert.That(() => B.Or(sorted), Throws.ArgumentException);
        Assert.That(() => Cql.Not(sorted), Throws.ArgumentException);
        Assert.That(() => CqlKeyset.First(sorted), Throws.InvalidOperationException);
        Assert.That(() => CqlKeyset.After(sorted, "x"), Throws.InvalidOperationException);
        Assert.That(() => A.And(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Keyset_WithAndWithoutFilter_WalksById()
    {
        Assert.That(CqlKeyset.First(null).Text, Is.EqualTo("cql.allRecords=1 sortBy id"));
        Assert.That(CqlKeyset.After(null, "x").Text, Is.EqualTo("id>\"x\" sortBy id"));
        Assert.That(CqlKeyset.First(A.Or(B)).Text, Is.EqualTo("(a==\"1\") or (b==\"2\") sortBy id"));
        Assert.That(CqlKeyset.After(A, "x").Text, Is.EqualTo("(a==\"1\") and (id>\"x\") sortBy id"));
    }

    [TestCase("a==1) or (b==2")]
    [TestCase("(a==1")]
    [TestCase("a==\"1")]
    [TestCase("a==\"1\\\"")]
    public void Raw_TextThatIsNotWhole_IsRefused(string text) =>
        Assert.That(() => Cql.Raw(text), Throws.TypeOf<FormatException>());

    [Test]
    public void Raw_NoQuery_IsRefused()
    {
        Assert.That(() => Cql.Raw(null!), Throws.ArgumentNullException);
        Assert.That(() => Cql.Raw(" "), Throws.ArgumentException);
        Assert.That(() => Cql.Raw("a==\uD83D"), Throws.ArgumentException);
    }

    [Test]
    public void Raw_WholeText_IsTakenAsItIs()
    {
        Assert.That(Cql.Raw("name==\"a)*\" or b=c").Text, Is.EqualTo("name==\"a)*\" or b=c"));
        Assert.That(Cql.Raw("a==\"1\""), Is.EqualTo(A));
        Assert.That(Cql.Raw("a==\"1\"").GetHashCode(), Is.EqualTo(A.GetHashCode()));
    }

    [Test]
    public void EnsureFitsUrl_TooManyValues_StatesTheLengthAndWhatToDo()
    {
        CqlQuery query = Cql.Field("id").OneOf(Enumerable.Repeat(Guid.Empty, 100));

        Assert.That(
            () => query.EnsureFitsUrl("query"),
            Throws.ArgumentException.With.Message.Contains($"{query.EncodedLength}").And.Property("ParamName").EqualTo("query"));
        Assert.That(() => A.EnsureFitsUrl("query"), Throws.Nothing);
    }
}
