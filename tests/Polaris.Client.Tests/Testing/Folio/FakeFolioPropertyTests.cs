namespace Polaris.Client.Tests.Testing.Folio;

using FsCheck.NUnit;
using Polaris.Client.Folio;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Folio.Queries;

/// <summary>The library's queries against the fake's evaluator: two pieces of code that know nothing of each other.</summary>
[TestFixture]
[Properties(Arbitrary = [typeof(CqlSamples)], MaxTest = 150)]
internal sealed class FakeFolioPropertyTests
{
    [Property]
    public bool EqualTo_AnyName_FindsThatRecordAndNoDecoy(CqlSampleText value)
    {
        CqlField name = Cql.Field("name").RespectCase().RespectAccents();

        return Find(value.Text, name.EqualTo(value.Text)) == 1
            && Find(value.Text, name.OneOf(["no such name", value.Text])) == 1
            && Find(value.Text, Cql.Not(name.EqualTo(value.Text))) == 1
            && Find(value.Text, name.EqualTo(value.Text + "x")) == 0;
    }

    [Property]
    public bool Parts_AnyName_FindTheRecord(CqlSampleText value)
    {
        if (value.Text.Length == 0)
        {
            return true;
        }

        CqlField name = Cql.Field("name");
        string whole = "<" + value.Text + ">";

        // A part that folds to a letter, such as é, may stand in the decoy's name as well.
        return Find(whole, name.Contains(value.Text)) >= 1
            && Find(whole, name.StartsWith("<" + value.Text)) == 1
            && Find(whole, name.EndsWith(value.Text + ">")) == 1;
    }

    private static int Find(string storedName, CqlQuery query)
    {
        var fake = new FakeFolio();
        var resource = fake.Tenant("diku").Resource("holdings-sources");
        resource.Clear();
        resource.Add(storedName);
        resource.Add("decoy");
        using FolioRawClient http = FolioRawClient.SignedInAsync(fake).GetAwaiter().GetResult();
        FolioRawAnswer answer = http.QueryAsync(query.Text).GetAwaiter().GetResult();
        return FakeFolioListTests.Names(answer).Length;
    }
}
