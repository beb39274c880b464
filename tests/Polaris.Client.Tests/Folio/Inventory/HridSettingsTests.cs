using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Inventory;

public class HridSettingsTests
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio();
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task UpdateAsync_NewPrefix_ContinuesTheNumbers()
    {
        await _folio.Instances.CreateAsync(NewInstance());
        var settings = await _folio.HridSettings.GetAsync();
        settings.Instances!.Prefix = "x-";
        settings.CommonRetainLeadingZeroes = false;

        await _folio.HridSettings.UpdateAsync(settings.ContinueNumbers());
        var second = await _folio.Instances.CreateAsync(NewInstance());
        var read = await _folio.HridSettings.GetAsync();

        Assert.That(second.Hrid, Is.EqualTo("x-2"));
        Assert.That(read.Instances!.CurrentNumber, Is.EqualTo(2));
        Assert.That(_fake.Journal.Single(exchange => exchange.Method == "PUT").RequestBody, Does.Not.Contain("currentNumber").And.Not.Contain("\"id\""));
    }

    [Test]
    public async Task UpdateAsync_AsRead_IsRefusedBecauseTheServerWouldRestartTheNumbers()
    {
        await _folio.Instances.CreateAsync(NewInstance());
        var settings = await _folio.HridSettings.GetAsync();

        Assert.That(
            () => _folio.HridSettings.UpdateAsync(settings),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("settings.Instances").And.Message.Contains("ContinueNumbers"));
        Assert.That(_fake.Journal.Count(exchange => exchange.Method == "PUT"), Is.Zero);

        await _folio.HridSettings.UpdateAsync(settings, allowReuse: true);
        var taken = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.Instances.CreateAsync(NewInstance()))!;
        Assert.That(taken.Member, Is.EqualTo("hrid"), "the server assigned a number again");
        Assert.That(taken.Value, Is.EqualTo("in00000000001"), "the server assigned a number again");
    }

    [Test]
    public async Task UpdateAsync_LastNumberIsNotKnown_IsRefused()
    {
        var settings = new HridSettings { Instances = new() { StartNumber = 1 }, Holdings = new() { StartNumber = 1 }, Items = new() { StartNumber = 1 } };

        Assert.That(() => _folio.HridSettings.UpdateAsync(settings.ContinueNumbers()), Throws.ArgumentException.With.Message.Contains("Read the settings first"));

        await _folio.HridSettings.UpdateAsync(settings, allowReuse: true);
    }

    [TestCase(0)]
    [TestCase(100_000_000_000)]
    [TestCase(null)]
    public async Task UpdateAsync_StartNumberOutOfRange_IsRefused(long? start)
    {
        var settings = await _folio.HridSettings.GetAsync();
        settings.Holdings!.StartNumber = start;

        Assert.That(() => _folio.HridSettings.UpdateAsync(settings), Throws.ArgumentException.With.Property("ParamName").EqualTo("settings.Holdings"));
    }

    [Test]
    public async Task UpdateAsync_InvalidPrefix_IsRefusedByTheServer()
    {
        var settings = await _folio.HridSettings.GetAsync();
        settings.Items!.Prefix = "no blanks";

        var refused = Assert.ThrowsAsync<ValidationFailedException>(() => _folio.HridSettings.UpdateAsync(settings))!;

        Assert.That(refused.Errors.Single().Parameters.Single().Key, Is.EqualTo("items.prefix"));
    }

    [Test]
    public async Task UpdateAsync_ResponseLost_IsNotSentAgain()
    {
        var settings = await _folio.HridSettings.GetAsync();
        _fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "PUT");

        var lost = Assert.ThrowsAsync<TransportException>(() => _folio.HridSettings.UpdateAsync(settings))!;

        Assert.That(lost.MayHaveBeenProcessed, Is.True);
        Assert.That(_fake.Journal.Count(exchange => exchange.Method == "PUT"), Is.EqualTo(1));
    }

    private static Instance NewInstance() => new() { Source = "FOLIO", Title = "Faust", InstanceTypeId = Guid.NewGuid() };
}
