using System.Net.Http.Headers;
using System.Text;
using Polaris.Client.Http;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class RequestTests
{
    [Test]
    public async Task PostPutPatch_WithoutBody_SendAnExplicitEmptyOne()
    {
        using var probe = new Probe();
        Func<Task>[] calls = [probe.Api.PostEmptyAsync, probe.Api.PutEmptyAsync, probe.Api.PatchEmptyAsync];
        foreach (Func<Task> call in calls)
        {
            await call();

            Assert.That(probe.RequestBody, Is.Empty);
            Assert.That(probe.Request!.Content, Is.Not.Null);
        }
        Assert.That(probe.Request!.Method, Is.EqualTo(HttpMethod.Patch));
    }

    [Test]
    public async Task Call_GetHeadOrDelete_HasNoContent()
    {
        using var probe = new Probe();
        Func<Task>[] calls = [() => probe.Api.GetRootAsync(), () => probe.Api.HeadAsync(1), () => probe.Api.DeleteAsync(1)];
        foreach (Func<Task> call in calls)
        {
            await call();

            Assert.That(probe.Request!.Content, Is.Null);
        }
        Assert.That(probe.Request!.Method, Is.EqualTo(HttpMethod.Delete));
    }

    [Test]
    public async Task Call_WithBody_SendsJsonOfKnownLength()
    {
        using var probe = new Probe();
        MediaTypeHeaderValue? contentType = null;
        long? length = null;
        probe.Sending = request =>
        {
            contentType = request.Content!.Headers.ContentType;
            length = request.Content.Headers.ContentLength;
        };

        await probe.Api.AddAsync(new ProbeRecord { Id = 7, Title = "Zażółć" });

        Assert.That(
            Encoding.UTF8.GetString(probe.RequestBody!),
            Is.EqualTo("""{"Id":7,"Title":"Za\u017C\u00F3\u0142\u0107"}"""));
        Assert.That(contentType!.ToString(), Is.EqualTo("application/json"));
        Assert.That(length, Is.EqualTo(probe.RequestBody!.Length));
    }

    [Test]
    public void Body_Null_IsRefusedBeforeAnythingIsSent()
    {
        using var probe = new Probe();

        Assert.ThrowsAsync<ArgumentNullException>(() => probe.Api.AddAsync(null!));
        Assert.That(probe.Calls, Is.Zero);
    }

    [Test]
    public async Task Headers_OfInterfaceMethodAndParameter_AreSent()
    {
        using var probe = new Probe();

        await probe.Api.AddAsync(new ProbeRecord(), reason: "weeding");

        Assert.That(probe.Request!.Headers.ToString(), Is.EqualTo(
            "Accept: application/json\r\nX-Level: method\r\nX-Reason: weeding\r\n").Or.EqualTo(
            "Accept: application/json\nX-Level: method\nX-Reason: weeding\n"));
    }

    [Test]
    public async Task Header_Null_IsLeftOut()
    {
        using var probe = new Probe();

        await probe.Api.AddAsync(new ProbeRecord());

        Assert.That(probe.Request!.Headers.Contains("X-Reason"), Is.False);
    }

    [TestCase("a\r\nX-Injected: b")]
    [TestCase("a\nb")]
    public void Header_WithLineBreak_IsRefusedBeforeAnythingIsSent(string reason)
    {
        using var probe = new Probe();

        var error = Assert.ThrowsAsync<ArgumentException>(() => probe.Api.AddAsync(new ProbeRecord(), reason));

        Assert.That(error!.ParamName, Is.EqualTo("reason"));
        Assert.That(probe.Calls, Is.Zero);
    }

    [Test]
    public async Task Call_WithProperties_HandsThemToTheHandlersOnly()
    {
        using var probe = new Probe();

        await probe.Api.AddAsync(new ProbeRecord(), tenant: "diku", attempt: 2);

        Assert.That(RefitSeam.Property<string>(probe.Request!, "tenant"), Is.EqualTo("diku"));
        Assert.That(RefitSeam.Property<int>(probe.Request!, "attempt"), Is.EqualTo(2));
        Assert.That(probe.Target, Is.EqualTo("records"));
    }

    [Test]
    public async Task Properties_Null_AreNotSet()
    {
        using var probe = new Probe();

        await probe.Api.AddAsync(new ProbeRecord());

        Assert.That(probe.Request!.Options, Is.Empty);
        Assert.That(RefitSeam.Property<string>(probe.Request!, "tenant"), Is.Null);
    }
}
