using System.Text.Json;
using Polaris.Client.Circulation;

namespace Polaris.Client.Tests.Circulation;

public sealed class HoldDateConverterTests
{
    [Test]
    public void Read_WhatWasWritten_IsTheSameInstantInFullSeconds()
    {
        var request = new CreateHoldRequest { ActivationDate = new DateTimeOffset(2026, 1, 31, 22, 30, 15, 250, TimeSpan.FromHours(-5)) };

        var json = JsonSerializer.Serialize(request, CirculationJson.Default.CreateHoldRequest);
        var read = JsonSerializer.Deserialize(json, CirculationJson.Default.CreateHoldRequest)!;

        Assert.That(json, Does.Contain("\"ActivationDate\":\"2026-02-01T03:30:15Z\""));
        Assert.That(read.ActivationDate, Is.EqualTo(HoldDate.At(new DateTimeOffset(2026, 2, 1, 3, 30, 15, TimeSpan.Zero))));
        Assert.That(read.ExpirationDate, Is.Null);
    }

    [Test]
    public void Write_PlainDays_HaveNoTimeAndTheFormOfTheirProperty()
    {
        var request = new CreateHoldRequest { ActivationDate = HoldDate.OnDay(2026, 1, 31), ExpirationDate = HoldDate.OnDay(2026, 12, 5) };

        var json = JsonSerializer.Serialize(request, CirculationJson.Default.CreateHoldRequest);

        Assert.That(json, Does.Contain("\"ActivationDate\":\"2026-01-31\"").And.Contain("\"ExpirationDate\":\"12/05/2026\""));
    }
}
