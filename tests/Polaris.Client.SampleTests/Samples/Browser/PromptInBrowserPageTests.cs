using System.Net;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The pages and forms: what they contain, and which requests are refused.</summary>
public sealed class PromptInBrowserPageTests : PromptInBrowserFixture
{
    [Test]
    public async Task Page_OfAPrompt_HoldsNoConversationAndNoPassword()
    {
        var asked = await App.HideAsync(Id);
        var guid = App.Store.Find(asked.Id)!.Bookmark!.RequestGuid;

        Assert.That(asked.Html, Does.Not.Contain(guid.ToString()).IgnoreCase.And.Not.Contain(guid.ToString("N")).IgnoreCase);
        Assert.That(asked.Html, Does.Not.Contain(FakePolaris.DefaultPassword));
    }

    [Test]
    public async Task Texts_OfTheServer_AreEncoded()
    {
        Script(new FakePrompt(WorkflowPromptId.DisplayInPac) { Title = "<script>alert(1)</script>", Message = "\"><img src=x>" });

        var asked = await App.HideAsync(Id);

        Assert.That(asked.Html, Does.Not.Contain("<script>").And.Not.Contain("<img").And.Contain("&lt;script&gt;"));
    }

    [Test]
    public async Task Post_WithoutTheAntiForgeryToken_IsRefused()
    {
        var asked = await App.HideAsync(Id);
        var form = asked.Forms.Single(form => form.Action.EndsWith("answer", StringComparison.Ordinal));

        var refused = await App.PostAsync(
            form.Action, form.Hidden.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).Append(KeyValuePair.Create("result", "5")));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Not accepted"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero);
    }

    [Test]
    public async Task Record_ThatIsNotMarc_IsRefusedWithItsReason()
    {
        var refused = await App.SubmitAsync(await App.GetAsync("/"), "/saves/record", ("record", "{ \"leader\": 5 }"));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("role=\"alert\""));
    }

    [Test]
    public async Task Post_WithAWrongAntiForgeryToken_IsRefused()
    {
        var asked = await App.HideAsync(Id);
        var form = asked.Forms.Single(form => form.Action.EndsWith("answer", StringComparison.Ordinal));

        var refused = await App.PostAsync(
            form.Action,
            form.Hidden.Select(field => field.Key.StartsWith("__", StringComparison.Ordinal) ? KeyValuePair.Create(field.Key, field.Value[..^4] + "AAAA") : field)
                .Append(KeyValuePair.Create("result", $"{Continue}")));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Not accepted"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero);
    }

    [Test]
    public async Task Title_WithHtml_IsEncodedOnEveryPage()
    {
        const string Title = "<script>alert(1)</script><img src=x>";
        Fake.WithBib(8, marc: Titled(Title));

        var asked = await App.SubmitAsync(await App.GetAsync("/"), "/saves/record", ("record", Titled(Title).ToJson()));
        var home = await App.GetAsync("/");

        foreach (var page in new[] { asked, home })
        {
            Assert.That(page.Text, Does.Contain(Title));
            Assert.That(page.Html, Does.Not.Contain("<script>").And.Not.Contain("<img"));
        }
    }
}
