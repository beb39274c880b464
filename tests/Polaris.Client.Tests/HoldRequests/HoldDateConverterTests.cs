using System.Text.Json;
using Polaris.Client.Circulation;

namespace Polaris.Client.Tests.HoldRequests;

public sealed class HoldDateConverterTests
{
    [Test]
    public void Read_WhatWasWritten_IsTheSameInstantInFullSeconds()
    {
        var request = new CreateHoldRequest { ActivationDate = new DateTimeOffset(2026, 1, 31, 22, 30, 15, 250, TimeSpan.FromHours(-5)) };

        var json = JsonSerializer.Serialize(request, HoldRequestsJson.Default.CreateHoldRequest);
        var read = JsonSerializer.Deserialize(json, HoldRequestsJson.Default.CreateHoldRequest)!;

        Assert.That(json, Does.Contain("\"ActivationDate\":\"2026-02-01T03:30:15Z\""));
        Assert.That(read.ActivationDate, Is.EqualTo(request.ActivationDate!.Value.AddMilliseconds(-250)));
        Assert.That(read.ExpirationDate, Is.Null);
    }
}
