using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Inventory;

public class DeleteByQueryTests
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio(new FakeFolioOptions { ChecksReferences = true });
        _folio = _fake.CreateClient();
        foreach (var title in new[] { "Faust", "Faust II", "Egmont" })
        {
            _fake.Tenant("diku").Resource("instance-storage/instances").Add(new JsonObject { ["title"] = title, ["source"] = "FOLIO" });
        }
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task DeleteByQueryAsync_SomeRecords_DeletesThoseAndNoOthers()
    {
        await _folio.Instances.DeleteByQueryAsync(Cql.Field("title").StartsWith("Faust"));

        Assert.That((await _folio.Instances.ListAsync()).Records.Single().Title, Is.EqualTo("Egmont"));
    }

    [TestCase("cql.allRecords=1")]
    [TestCase("CQL.ALLRECORDS=1")]
    [TestCase("cql.allrecords = 0")]
    [TestCase("title==Faust or cql.allRecords=1")]
    [TestCase("title==Faust or (id==x or cql.AllRecords==\"\")")]
    [TestCase("\"cql.allRecords\"=1")]
    [TestCase("\"cql.all\\Records\"=1")]
    [TestCase("(cql.allRecords<>0)")]
    [TestCase("cql.allRecords=/x \"\"")]
    [TestCase("> c = \"info:srw/cql-context-set/1/cql-v1.1\" c.allRecords=1")]
    [TestCase("id=*")]
    [TestCase("id = \"*\"")]
    [TestCase("id==/ignoreCase/respectAccents \"**\"")]
    [TestCase("title==Faust or (title all *)")]
    [TestCase("title==(Faust or *)")]
    [TestCase("id=\"\"")]
    [TestCase("\"\"")]
    [TestCase("*")]
    public async Task DeleteByQueryAsync_AllRecords_MustBeAllowedByName(string query)
    {
        Assert.That(
            () => _folio.Instances.DeleteByQueryAsync(Cql.Raw(query)),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("query").And.Message.Contains("AllowAllRecords"));
        Assert.That(() => _folio.Instances.DeleteByQueryAsync(Cql.Raw(query), new DeleteByQueryOptions()), Throws.ArgumentException);

        Assert.That(await _folio.Instances.CountAsync(), Is.EqualTo(3));
        Assert.That(_fake.Journal.Count(exchange => exchange.Method == "DELETE"), Is.Zero);
    }

    [Test]
    public async Task DeleteByQueryAsync_AllRecordsAllowed_DeletesAll()
    {
        await _folio.Instances.DeleteByQueryAsync(Cql.All, new DeleteByQueryOptions { AllowAllRecords = true });

        Assert.That(await _folio.Instances.CountAsync(), Is.Zero);
    }

    [Test]
    public void DeleteByQueryAsync_NoQuery_IsRefused()
    {
        Assert.That(() => _folio.Instances.DeleteByQueryAsync(null!), Throws.ArgumentNullException);
        Assert.That(() => _folio.Instances.DeleteByQueryAsync(Cql.Raw(" ")), Throws.ArgumentException);
        Assert.That(() => _folio.Instances.DeleteByQueryAsync(Cql.Field("title").EqualTo("x").SortBy("title")), Throws.ArgumentException.With.Message.Contains("sort"));
    }

    [Test]
    public void DeleteByQueryAsync_ResourceThatIgnoresTheQuery_IsRefusedBeforeItIsSent()
    {
        Assert.That(() => _folio.Locations.DeleteByQueryAsync(Cql.Field("name").EqualTo("x")), Throws.TypeOf<NotSupportedException>().With.Message.Contains("/locations"));
        Assert.That(() => _folio.LoanTypes.DeleteByQueryAsync(Cql.Field("name").EqualTo("x")), Throws.TypeOf<NotSupportedException>());
        Assert.That(_fake.Journal, Is.Empty);
    }

    [Test]
    public async Task DeleteByQueryAsync_OneRecordInUse_DeletesNone()
    {
        var used = (await _folio.Instances.ListAsync(Cql.Field("title").EqualTo("Faust"))).Records.Single();
        _fake.Tenant("diku").Resource("holdings-storage/holdings").Add(new JsonObject { ["instanceId"] = $"{used.Id}" });

        var refused = Assert.ThrowsAsync<RecordInUseException>(() => _folio.Instances.DeleteByQueryAsync(Cql.Field("source").EqualTo("FOLIO")))!;

        Assert.That(refused.ReferencedFrom, Is.EqualTo("holdings_record"));
        Assert.That(refused.Route, Is.EqualTo("DELETE /instance-storage/instances"));
        Assert.That(await _folio.Instances.CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public void DeleteByQueryAsync_InvalidQuery_ThrowsInvalidQuery() =>
        Assert.ThrowsAsync<InvalidQueryException>(() => _folio.Instances.DeleteByQueryAsync(Cql.Raw("title == Faust and")));

    [Test]
    public void DeleteByQueryAsync_ResponseLost_IsNotSentAgain()
    {
        _fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "DELETE");

        var lost = Assert.ThrowsAsync<TransportException>(() => _folio.Instances.DeleteByQueryAsync(Cql.Field("title").EqualTo("Faust")))!;

        Assert.That(lost.MayHaveBeenProcessed, Is.True);
        Assert.That(_fake.Journal.Count(exchange => exchange.Method == "DELETE"), Is.EqualTo(1));
    }
}
