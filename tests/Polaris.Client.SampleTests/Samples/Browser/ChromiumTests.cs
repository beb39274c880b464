using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Polaris.Client.Workflows;
using PolarisFake;
using PromptInBrowser;
using static Microsoft.Playwright.Assertions;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The pages in a real browser, as a person uses them. Screenshots are written to the folder "screenshots" of the test run.</summary>
public sealed class ChromiumTests
{
    private const string Hiding = "Display in PAC";
    private const string Duplicates = "Bibliographic Record Duplicate Detection Results";
    private const string Canceled = "Canceled: nothing was saved";
    private string _folder = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task OpenBrowserAsync()
    {
        var chromium = Needs.Program("a browser", "chromium", "chromium-browser", "google-chrome");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    [OneTimeTearDown]
    public async Task CloseBrowserAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("prompt-in-browser-test-").FullName;

    [TearDown]
    public void DeleteFolder()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Duplicates_WithoutJavaScript_AreShownBesideTheRecordAndReplaced()
    {
        var fake = EmbeddedServer.Create();
        await using var app = await WebApp.StartAsync(fake, _folder);
        var page = await OpenAsync(app.Address, javaScript: false);

        await PressAsync(page, "Add the record", Duplicates);
        var headers = await page.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync();
        var rows = await page.GetByRole(AriaRole.Rowheader).AllInnerTextsAsync();
        await ShootAsync(page, "duplicates");
        await PressAsync(page, "Replace the chosen records", Duplicates);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        var alert = await page.GetByRole(AriaRole.Alert).InnerTextAsync();
        await ShootAsync(page, "nothing-chosen");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Replace record 1331392" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Replace record 1331393" }).CheckAsync();
        await PressAsync(page, "Replace the chosen records", "Errors Found With Records To Replace");
        await ShootAsync(page, "protected");
        await PressAsync(page, "Continue", "Saved");
        await page.ReloadAsync();
        await ShootAsync(page, "saved");

        Assert.Multiple(async () =>
        {
            Assert.That(headers, Is.SupersetOf(new[] { "Replace", "Record", "Title", "Items", "Protected", "Reason" }));
            Assert.That(rows, Is.EqualTo(new[] { "New, being saved", "1331392", "1331393" }));
            Assert.That(alert, Does.Contain("Choose at least one record"));
            Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
            Assert.That(fake.Bibs.Keys, Has.Member(1331392).And.No.Member(1331393));
        });
        fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Answer_OfAPageThatWasOpenWhileTheAppWasKilled_ResumesInTheNewProcess()
    {
        await using var polaris = await FakeHost.StartAsync("--file", Path.Combine(AppContext.BaseDirectory, "example.json"), "--log", "false");
        var address = new Uri(polaris.Ready["polaris"]!.GetValue<string>());
        var first = await AppProcess.StartAsync(address, _folder, "http://127.0.0.1:0");
        var page = await OpenAsync(first.Address, javaScript: false);
        await page.GetByLabel("Record number").FillAsync("5");
        await PressAsync(page, "Save the change", Hiding);
        first.Dispose();

        using var second = await AppProcess.StartAsync(address, _folder, first.Address.AbsoluteUri);
        await PressAsync(page, "Continue", "Saved");

        using var http = new HttpClient();
        var counts = await http.GetStringAsync(new Uri(polaris.Ready["admin"]!.GetValue<string>() + "polaris/counts"));
        Assert.That(counts, Does.Contain("\"operations\":1").And.Contain("\"locks\":0"));
    }

    [Test]
    public async Task Answer_InASecondWindow_ShowsThatItCameTooLate()
    {
        var fake = EmbeddedServer.Create();
        await using var app = await WebApp.StartAsync(fake, _folder);
        var first = await HideAsync(app);
        var second = await OpenAsync(new Uri(first.Url), javaScript: false);

        await PressAsync(first, "Cancel", Canceled);
        await PressAsync(second, "Continue", Canceled);
        await ShootAsync(second, "too-late");

        Assert.That(await second.GetByRole(AriaRole.Alert).InnerTextAsync(), Does.Contain("already answered"));
        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { EmbeddedServer.LockedByAnother }));
    }

    [Test]
    public async Task Enter_InACheckbox_ChoosesNoAnswer()
    {
        var fake = EmbeddedServer.Create();
        await using var app = await WebApp.StartAsync(fake, _folder);
        var page = await OpenAsync(app.Address, javaScript: false);
        await PressAsync(page, "Add the record", Duplicates);

        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.GetByRole(AriaRole.Checkbox).First.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Press one of the buttons to answer.");
        await PressAsync(page, "Cancel", Canceled);

        var replies = fake.Journal.Select(entry => entry.Reply?.WorkflowPromptResult).OfType<WorkflowPromptResult>();
        Assert.That(replies, Is.EqualTo(new[] { WorkflowPromptResult.Cancel }));
    }

    [Test]
    public async Task Pages_ForAssistiveTechnology_HaveNoViolations()
    {
        await using var app = await WebApp.StartAsync(EmbeddedServer.Create(), _folder);
        var page = await OpenAsync(app.Address, javaScript: true);
        await CheckAsync(page, "home");
        await PressAsync(page, "Add the record", Duplicates);
        await CheckAsync(page, "question");
        await PressAsync(page, "Replace the chosen records", Duplicates);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, "alert");
        await page.SetViewportSizeAsync(360, 740);
        await CheckAsync(page, "narrow");
        await PressAsync(page, "Cancel", Canceled);
        await CheckAsync(page, "canceled");
        await page.GotoAsync(new Uri(app.Address, "nowhere").AbsoluteUri);
        await CheckAsync(page, "not-found");
    }

    [Test]
    public async Task Keyboard_AloneFromTheStart_ReachesAndAnswersTheQuestion()
    {
        var fake = EmbeddedServer.Create();
        await using var app = await WebApp.StartAsync(fake, _folder);
        var page = await HideAsync(app);

        await page.Keyboard.PressAsync("Tab");
        var skip = await FocusedAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var first = await FocusedAsync(page);
        await ShootAsync(page, "focus");
        await page.Keyboard.PressAsync("Enter");

        Assert.That(skip, Is.EqualTo("Skip to the content"));
        Assert.That(first, Is.EqualTo("Continue"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Saved");
    }

    private async Task<IPage> OpenAsync(Uri address, bool javaScript)
    {
        var page = await _browser.NewPageAsync(new() { JavaScriptEnabled = javaScript, ViewportSize = new() { Width = 1100, Height = 800 } });
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    private async Task<IPage> HideAsync(WebApp app)
    {
        var page = await OpenAsync(app.Address, javaScript: true);
        await PressAsync(page, "Save the change", Hiding);
        return page;
    }

    /// <summary>Presses a button and waits for the page with a heading.</summary>
    private static async Task PressAsync(IPage page, string button, string heading)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText");

    private static async Task CheckAsync(IPage page, string name)
    {
        await ShootAsync(page, name);
        var result = await page.RunAxe();
        Assert.That(
            result.Violations.Select(violation => $"{violation.Id}: {violation.Help}, {string.Join(" ", violation.Nodes.Select(node => node.Html))}"),
            Is.Empty,
            name);
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }
}
